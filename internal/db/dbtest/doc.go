// Package dbtest runs a test on both engines: SQLite in a folder of the test, and a PostgreSQL database
// made for the test. The address of a PostgreSQL server where databases may be made and dropped is in
// KIJUN_TEST_POSTGRES; without it that half is skipped, but never in continuous integration (CI).
package dbtest
