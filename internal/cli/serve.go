package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Serving is what `kijun serve` and `kijun demo` are asked to do.
type Serving struct {
	Data     string // folder of an SQLite installation
	Database string // address of a PostgreSQL database
	Listen   string
	Say      func(lang.Text) // tells the person at the console
}

// Servers run until ctx ends. The wiring supplies them.
type Servers struct {
	Serve func(context.Context, Serving) error
	Demo  func(context.Context, Serving) error
}

type serveCmd struct {
	Data     string `env:"KIJUN_DATA"`
	Database string `env:"KIJUN_DATABASE"`
	Listen   string `default:"127.0.0.1:8080" env:"KIJUN_LISTEN"`
}

var (
	wordOnePlace = lang.Text{JA: "--data（フォルダー）か --database（PostgreSQL のアドレス）の、どちらか一方を指定してください", EN: "give one of --data (a folder) and --database (the address of a PostgreSQL database)"}
	wordNoFolder = lang.Text{JA: "フォルダー %s がありません。先に作ってください", EN: "there is no folder %s; make it first"}
)

// Run serves an installation until it is told to stop.
func (c *serveCmd) Run(r *run) error {
	if (c.Data == "") == (c.Database == "") {
		return fault.New(fault.Invalid, wordOnePlace)
	}
	if info, err := os.Stat(c.Data); c.Data != "" && (err != nil || !info.IsDir()) {
		return fault.New(fault.Invalid, wordNoFolder.With(c.Data))
	}
	return r.Servers.Serve(r.Context, Serving{Data: c.Data, Database: c.Database, Listen: c.Listen, Say: r.tell})
}

type demoCmd struct {
	Listen string `default:"127.0.0.1:8080" env:"KIJUN_LISTEN"`
}

// Run serves the demo nation on a temporary data folder until it is told to stop.
func (c *demoCmd) Run(r *run) error {
	return r.Servers.Demo(r.Context, Serving{Listen: c.Listen, Say: r.tell})
}

// tell prints a line at once, for whoever waits at the console.
func (r *run) tell(t lang.Text) {
	fmt.Fprintln(r.Out, r.say(t))
	if b, ok := r.Out.(*bufio.Writer); ok {
		_ = b.Flush() // a console that is gone has nobody to tell
	}
}
