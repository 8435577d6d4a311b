// Package e2e holds the browser tests: what people do with kijun, done in a real browser against the real
// program. They are behind the build tag e2e; `make e2e` runs them.
//
// Words: a journey is one test that follows somebody through pages; a locator says which element is
// meant, by role and accessible name where there is one (`button("送る")`), by CSS otherwise.
//
// A journey reads as what a person does and sees:
//
//	p := open(t, demo(t))
//	p.Go("/ja/items")
//	p.Click(button("送る"))
//	p.See("送りました")
//	p.Accessible()
//
// Invariants: every step waits for its condition and none sleeps; a page that throws, logs an error,
// breaks its content security policy or asks for something that fails (status 400 and above, unless the
// journey expects it) fails its test. Without a browser or axe-core a test is skipped, and with CI set
// it fails.
//
// The journeys of the product are main_job_test.go (the whole, from an empty installation), its English
// sister in the demo nation, and every_page_test.go, which follows every link as people of every sort.
// isolation_test.go needs no browser. KIJUN_PROGRAM names a program to test instead of building one.
//
// Only the package browser knows how a browser is driven. Start at page_test.go.
package e2e
