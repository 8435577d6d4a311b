package app

import (
	"kijun/internal/access/accessapi"
	"kijun/internal/api"
	"kijun/internal/check/checkapi"
	"kijun/internal/guideline/guidelineapi"
	"kijun/internal/measure/measureapi"
	"kijun/internal/standard/standardapi"
	"kijun/internal/submission/submissionapi"
	"kijun/internal/web"
)

// operations is the API with every room's operations.
func operations(i *installation) *api.API {
	a := api.New(api.Options{Sessions: i.access, Cookie: web.SessionCookie, Log: i.log})
	accessapi.Operations{Access: i.access}.Mount(a)
	guidelineapi.Operations{Catalogue: i.catalogue}.Mount(a)
	standardapi.Operations{Standards: i.standards, Catalogue: i.catalogue, Now: i.access.Now}.Mount(a)
	measureapi.Operations{Measures: i.measures}.Mount(a)
	checkapi.Operations{Checks: i.checks}.Mount(a)
	submissionapi.Operations{Submissions: i.submissions}.Mount(a)
	return a
}
