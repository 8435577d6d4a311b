package app

import (
	"kijun/internal/cli"
	"kijun/internal/dependency/dependencyweb"
	"kijun/internal/guideline"
	"kijun/internal/measure/measureweb"
	"kijun/internal/standard/standardweb"
)

// pages hands the command line the reports that the room faces draw.
func pages() cli.Pages {
	c := guideline.Builtin()
	return cli.Pages{
		Check: standardweb.Report(c), Measure: measureweb.Sheet(c),
		Scenario: dependencyweb.Scenario, RTO: dependencyweb.RTO, SinglePoints: dependencyweb.SinglePoints,
		Sweep: dependencyweb.Sweep, Inoperability: dependencyweb.Inoperability,
	}
}
