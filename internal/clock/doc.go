// Package clock holds calendar days and the clock that is handed to whoever needs the time.
// Nothing below cmd and internal/app reads the machine's clock by itself.
package clock
