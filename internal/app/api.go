package app

import (
	"context"
	"net/http"
	"time"

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

// Demo builds the demo nation in a folder, as it is at the time that now tells first, and returns what
// serves it: for tests that come from outside.
func Demo(ctx context.Context, folder string, now func() time.Time) (h http.Handler, end func() error, err error) {
	i, err := buildDemo(ctx, folder, now)
	if err != nil {
		return nil, nil, err
	}
	return i.handler(), i.db.Close, nil
}
