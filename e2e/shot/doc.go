//go:build e2e

// Command shot takes a picture of a page in a real browser, for whoever builds pages:
//
//	go run -tags e2e ./e2e/shot -url http://127.0.0.1:8080/ja/ -out page.png -width 320 -full
//
// It clicks first what -click names (CSS, in order, any number of times), shows what the browser complains
// of, and ends with 1 if that is anything. -pdf prints the page to A4 as well.
package main
