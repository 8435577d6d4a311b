package app

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"os"
	"time"

	"kijun/internal/blob"
	"kijun/internal/cli"
	"kijun/internal/db"
	"kijun/internal/demo"
)

// serve runs an installation.
func serve(ctx context.Context, s cli.Serving) (err error) {
	d, files, err := openPlace(s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	i, err := start(ctx, d, files, world{now: time.Now, random: rand.Reader, log: logger()})
	if err != nil {
		return err
	}
	return i.serve(ctx, s)
}

func logger() *slog.Logger { return slog.New(slog.NewTextHandler(os.Stderr, nil)) }

// serveDemo builds the demo nation in a temporary folder and serves it.
func serveDemo(ctx context.Context, s cli.Serving) (err error) {
	folder, err := os.MkdirTemp("", "kijun-demo-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	i, err := buildDemo(ctx, folder, time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, i.db.Close()) }()
	return i.serve(ctx, s)
}

// buildDemo builds the demo nation in a folder, as it is at the time that now tells first.
func buildDemo(ctx context.Context, folder string, now func() time.Time) (*installation, error) {
	d, err := db.OpenScratch(folder)
	if err != nil {
		return nil, err
	}
	clock := demo.NewClock(now)
	files, err := blob.InFolder(folder)
	var i *installation
	if err == nil {
		i, err = start(ctx, d, files, world{now: clock.Now, random: rand.Reader, log: logger(), demo: true})
	}
	if err == nil {
		err = demo.Build(ctx, clock, i.demoRooms)
	}
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return i, nil
}
