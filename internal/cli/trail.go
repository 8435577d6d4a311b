package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/trail"
)

type trailCmd struct {
	Verify trailVerifyCmd `cmd:""`
}

// place is where an installation keeps its records.
type place struct {
	Data     string `env:"KIJUN_DATA"`
	Database string `env:"KIJUN_DATABASE"`
}

type trailVerifyCmd struct {
	place
	Format string `enum:"text,json" default:"text"`
}

// verdictJSON is the JSON of `trail verify`, documented in docs/formats.md.
type verdictJSON struct {
	OK       bool        `json:"ok"`
	Size     int64       `json:"size"`
	Root     string      `json:"root"`
	Unsealed int64       `json:"unsealed"`
	Faults   []lang.Text `json:"faults"`
}

var (
	wordNoData       = lang.Text{JA: "%s に kijun のデータ（%s）がありません", EN: "%s holds no data of kijun (%s)"}
	wordNoDatabase   = lang.Text{JA: "データベースを開けません: %v", EN: "the database cannot be opened: %v"}
	wordNoTrail      = lang.Text{JA: "操作記録を読めません。kijun のデータではないか、壊れています: %v", EN: "the trail cannot be read: this is not kijun's data, or it is broken: %v"}
	wordTrailSize    = lang.Text{JA: "封をした記録", EN: "sealed entries"}
	wordTrailRoot    = lang.Text{JA: "根（計算し直した値）", EN: "root (recomputed)"}
	wordTrailPending = lang.Text{JA: "まだ封をしていない記録", EN: "entries not sealed yet"}
	wordTrailOK      = lang.Text{JA: "食い違いはありません。最新の記録が消されていないことは、外に控えた根と比べて確かめてください。", EN: "No faults. That no newest entries were removed shows only beside a root that was kept elsewhere."}
	wordTrailFaults  = lang.Text{JA: "食い違いがあります。記録が、封をした時のままではありません。", EN: "There are faults: the trail is not as it was sealed."}
)

// open opens an existing database; nothing is made or brought to a newer schema.
func (p *place) open() (*db.DB, error) {
	if (p.Data == "") == (p.Database == "") {
		return nil, fault.New(fault.Invalid, wordOnePlace)
	}
	open, address := db.OpenURL, p.Database
	if p.Data != "" {
		if info, err := os.Stat(filepath.Join(p.Data, db.FileName)); err != nil || !info.Mode().IsRegular() {
			return nil, fault.New(fault.Invalid, wordNoData.With(p.Data, db.FileName)).Because(err)
		}
		open, address = db.OpenFolder, p.Data
	}
	d, err := open(address)
	if err != nil {
		return nil, fault.New(fault.Invalid, wordNoDatabase.With(err)).Because(err)
	}
	return d, nil
}

// Run recomputes the trail; faults end with errNo.
func (c *trailVerifyCmd) Run(r *run) error {
	d, err := c.open()
	if err != nil {
		return err
	}
	v, err := trail.Verify(r.Context, d)
	if err = errors.Join(err, d.Close()); err != nil {
		return fault.New(fault.Invalid, wordNoTrail.With(err)).Because(err)
	}
	if c.Format == "json" {
		err = writeJSON(r.Out, verdictJSON{v.OK(), v.Size, v.Root, v.Unsealed, append([]lang.Text{}, v.Faults...)})
	} else {
		err = r.verdict(v)
	}
	if err == nil && !v.OK() {
		return errNo
	}
	return err
}

func (r *run) verdict(v trail.Verdict) error {
	t := table{colour: r.Colour}
	t.row(cell{text: r.say(wordTrailSize)}, cell{text: fmt.Sprint(v.Size)})
	t.row(cell{text: r.say(wordTrailRoot)}, cell{text: v.Root})
	t.row(cell{text: r.say(wordTrailPending)}, cell{text: fmt.Sprint(v.Unsealed)})
	if err := t.write(r.Out); err != nil {
		return err
	}
	if v.OK() {
		fmt.Fprintf(r.Out, "\n%s\n", r.say(wordTrailOK))
		return nil
	}
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordTrailFaults))
	for _, f := range v.Faults {
		fmt.Fprintf(r.Out, "- %s\n", r.say(f))
	}
	return nil
}
