package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/cli"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/trail"
	"kijun/internal/web"
)

// installation is everything that runs on one database.
type installation struct {
	db        *db.DB
	log       *slog.Logger
	catalogue *guideline.Catalogue
	rooms
}

// world is what an installation takes from outside.
type world struct {
	now    func() time.Time
	random io.Reader
	log    *slog.Logger
	demo   bool
}

// start migrates the database and opens the rooms on it.
func start(ctx context.Context, d *db.DB, files *blob.Store, w world) (*installation, error) {
	if err := d.Migrate(ctx, db.Migrations()); err != nil {
		return nil, err
	}
	c := guideline.Builtin()
	people := access.New(access.Options{DB: d, Now: w.now, Random: w.random, Demo: w.demo})
	return &installation{db: d, log: w.log, catalogue: c, rooms: openRooms(people, files, c)}, nil
}

// openPlace opens the database and the evidence of a place that --data or --database names.
func openPlace(s cli.Serving) (*db.DB, *blob.Store, error) {
	if s.Database != "" {
		d, err := db.OpenURL(s.Database)
		if err != nil {
			return nil, nil, fault.New(fault.Invalid, wordNoDatabase).Because(err)
		}
		return d, blob.InDatabase(d), nil
	}
	d, err := db.OpenFolder(s.Data)
	if err != nil {
		return nil, nil, err
	}
	files, err := blob.InFolder(filepath.Join(s.Data, "evidence"))
	if err != nil {
		return nil, nil, errors.Join(err, d.Close())
	}
	return d, files, nil
}

var (
	wordNoDatabase = lang.Text{JA: "データベースにつながりません。--database のアドレスを確かめてください", EN: "the database does not answer; check the address of --database"}
	wordNoListen   = lang.Text{JA: "%s で待ち受けられません。--listen で別のアドレスを指定してください", EN: "cannot listen on %s; give another address with --listen"}
	wordServing    = lang.Text{JA: "kijun を %s で始めました。止めるには Ctrl+C を押してください", EN: "kijun is at %s; press Ctrl+C to stop it"}
	wordSetUpKey   = lang.Text{JA: "この設置はまだ空です。%s/ja/set-up を開き、設定の鍵 %s を入力してください", EN: "this installation is empty: open %s/en/set-up and enter the set-up key %s"}
)

// serve listens, tells the address and serves until ctx ends; then it lets requests under way finish.
func (i *installation) serve(ctx context.Context, s cli.Serving) error {
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return fault.New(fault.Invalid, wordNoListen.With(s.Listen)).Because(err)
	}
	server := &http.Server{
		Handler: i.handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute,
		WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(i.log.Handler(), slog.LevelWarn),
	}
	stopSealing := i.seal(ctx)
	defer stopSealing()
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	s.Say(wordServing.With("http://" + listener.Addr().String()))
	if err := i.tellSetUp(ctx, s, listener.Addr().String()); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return server.Shutdown(grace)
}

// tellSetUp prints the key of an installation in which nobody is yet.
func (i *installation) tellSetUp(ctx context.Context, s cli.Serving, address string) error {
	empty, err := i.access.Empty(ctx)
	if err != nil || !empty {
		return err
	}
	key, err := i.access.SetUpKey()
	if err != nil {
		return err
	}
	s.Say(wordSetUpKey.With("http://"+address, key))
	return nil
}

// seal runs the sealer of the trail until the returned function is called; that one seals what is left.
func (i *installation) seal(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ticker := time.NewTicker(trail.Interval)
	done := make(chan struct{})
	go func() {
		defer close(done)
		trail.Sealer{DB: i.db, Ticks: ticker.C, Report: func(err error) { i.log.Error("seal the trail", "err", err) }}.Run(ctx)
	}()
	return func() {
		ticker.Stop()
		cancel()
		<-done
		if _, err := trail.Seal(context.WithoutCancel(ctx), i.db); err != nil {
			i.log.Error("seal the trail", "err", err)
		}
	}
}

// handler is the whole of what the installation answers over HTTP.
func (i *installation) handler() http.Handler {
	s := web.New(web.Options{Sessions: i.access, Places: places(), Log: i.log, Demo: i.access.IsDemo()})
	s.Raw("GET /healthz", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") }))
	s.Raw("GET /readyz", http.HandlerFunc(i.ready))
	i.mount(s)
	return s.Handler()
}

// ready says whether the database answers.
func (i *installation) ready(w http.ResponseWriter, r *http.Request) {
	var one int
	if err := i.db.QueryRow(r.Context(), `SELECT 1`, nil, &one); err != nil {
		i.log.Error("not ready", "err", err)
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ok")
}
