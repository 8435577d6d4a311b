package app

import (
	"io"
	"os"
	"time"

	"kijun/internal/cli"
)

// Main runs kijun with command-line arguments and returns the exit code.
func Main(args []string) int {
	return cli.Main(args, cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Now: time.Now, Getenv: os.Getenv, Colour: showsColour(os.Stdout), Pages: pages(),
	})
}

// showsColour reports whether w is a terminal and nobody asked for plain text (NO_COLOR).
func showsColour(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
