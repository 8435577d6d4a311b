package app

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"kijun/internal/cli"
)

// Main runs kijun with command-line arguments and returns the exit code. An interrupt ends servers in order.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return cli.Main(args, cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Now: time.Now, Getenv: os.Getenv, Colour: showsColour(os.Stdout), Terminal: terminal(os.Stderr), Pages: pages(),
		Servers: cli.Servers{Serve: serve, Demo: serveDemo}, Context: ctx,
	})
}

// showsColour reports whether w is a terminal and nobody asked for plain text (NO_COLOR).
func showsColour(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminal(f)
}

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
