// Command kijun is an open platform for the governance of critical-infrastructure security.
package main

import (
	"os"

	"kijun/internal/app"
)

func main() {
	os.Exit(app.Main(os.Args[1:]))
}
