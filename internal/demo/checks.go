package demo

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/fault"
)

// checksOf are the self-checks of a fiscal year: begun in June, finished in autumn, those of this year
// as far as each operator has come.
func (n *nation) checksOf(year int) error {
	for i, o := range operators {
		if !slices.Contains(n.sectors, o.sector) || i%5 > 4-(n.year-year) { // the latter did not check itself yet
			continue
		}
		n.clock.at(n.upTo(day(year, 6, 1+i%20)))
		id, err := n.startCheck(o, year)
		if fault.Is(err, fault.Invalid) {
			continue // nothing is asked of it yet
		}
		if err != nil {
			return fmt.Errorf("%s: %w", o.id, err)
		}
		share := 100
		if year == n.year {
			share = min(100, 40+int(draw(o.id, "progress")%240))
		}
		n.clock.at(n.upTo(day(year, 7, 1+i%28)))
		if err := n.answer(o, id, year, share); err != nil {
			return fmt.Errorf("%s: %w", o.id, err)
		}
		if share < 100 {
			continue
		}
		n.clock.at(n.upTo(day(year, 9, 1+i%28)))
		if err := n.finish(o, id, year); err != nil {
			return fmt.Errorf("%s: %w", o.id, err)
		}
	}
	return nil
}

// finish closes a check; most operators send its summary.
func (n *nation) finish(o operator, id string, year int) error {
	if err := n.Checks.Close(n.ctx, n.as(o.id, access.Officer), id, "点検を終えた"); err != nil {
		return err
	}
	if draw(o.id, "keeps its results")%9 == 0 {
		return nil
	}
	n.clock.at(n.upTo(day(year, 10, 1+int(draw(o.id, "sends")%20))))
	if err := n.send(o, id); err != nil {
		return err
	}
	n.clock.at(n.upTo(day(year, 11, 2+int(draw(o.id, "received")%20))))
	return n.receive(o, year)
}

// upTo is a day, or today where the day is still to come.
func (n *nation) upTo(d clock.Date) clock.Date { return min(d, n.today) }

func (n *nation) startCheck(o operator, year int) (string, error) {
	return n.Checks.Start(n.ctx, n.as(o.id, access.Officer), check.Start{Sector: o.sector, Year: year, Carry: true})
}

// answer answers a share (per cent) of a check in one act.
func (n *nation) answer(o operator, id string, year, share int) error {
	staff := n.as(o.id, access.Staff)
	var answers []check.Filled
	for from := ""; ; {
		es, next, err := n.Checks.Entries(n.ctx, staff, id, check.Filter{}, from)
		if err != nil {
			return err
		}
		for _, e := range es {
			if int(draw(o.id, e.Ref.String(), fmt.Sprint(year))%100) < share {
				answers = append(answers, check.Filled{Number: e.Number, Version: e.Version, Answer: n.judge(o, e, year)})
			}
		}
		if from = next; from == "" {
			break
		}
	}
	if err := n.Checks.Fill(n.ctx, staff, id, answers); err != nil {
		return err
	}
	if o.id == "mihon-"+o.sector && year == n.year {
		return n.attach(staff, id, answers)
	}
	return nil
}

// draw is a number that depends on nothing but its words.
func draw(words ...string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(strings.Join(words, "\x00")))
	x := h.Sum32()
	x ^= x >> 15 // neighbouring words give distant numbers
	x *= 0x2c1b3c6d
	return x ^ x>>13
}

// judge is what an operator says of a clause: better from year to year, and better where it is larger.
func (n *nation) judge(o operator, e check.Entry, year int) check.Answer {
	luck := int(draw(o.id, e.Ref.String()) % 100)
	luck += 14*(year-n.year) - 12*(int(draw(o.id, "size"))%3)
	a := check.Answer{InPlace: check.Yes, InOperation: check.Yes, Effective: check.Yes, Work: check.WorkDone, Severity: check.NoGap}
	switch {
	case luck < -20:
		a.InPlace, a.InOperation, a.Effective, a.Work, a.Severity = check.No, check.No, check.No, check.NotStarted, check.High
		a.Note = "来年度の予算で体制を整える予定"
	case luck < 0:
		a.InPlace, a.InOperation, a.Effective, a.Work, a.Severity = check.Partly, check.No, check.No, check.UnderWay, check.Medium
		a.Note = "規程の改正案を作成中"
	case luck < 18:
		a.InOperation, a.Effective, a.Work, a.Severity = check.Partly, check.Partly, check.UnderWay, check.Medium
		a.Note = "夜間の当直で手順が守られない日がある"
	case luck < 34:
		a.Effective, a.Work, a.Severity = check.Partly, check.Waiting, check.Low
		a.Note = "訓練で効果を確かめてから判断する"
	case luck > 95:
		a = check.Answer{NotApplicable: true, Reason: "該当する設備や委託がない", Work: check.NotStarted, Severity: check.NoGap}
	}
	return a
}

// attach adds two pieces of evidence to a check.
func (n *nation) attach(a access.Actor, id string, answers []check.Filled) error {
	for i, name := range []string{"アクセス権限の見直し記録", "復旧訓練の実施報告"} {
		if i >= len(answers) {
			return nil
		}
		text := fmt.Sprintf("%s（見本）\n\n実施日: %s\n結果: 手順どおりに終え、気付いた点を次の見直しに送った。\n", name, n.upTo(day(n.year, 6, 20)))
		_, err := n.Checks.Attach(n.ctx, a, id, answers[i].Number, check.Upload{Name: name + ".txt", Title: name,
			Effective: n.upTo(day(n.year, 6, 20)), Expires: day(n.year+1, 6, 19), Body: strings.NewReader(text)})
		if err != nil {
			return err
		}
	}
	return nil
}

// send sends the summary of a check to the ministry of the sector, as its officer has looked at it.
func (n *nation) send(o operator, id string) error {
	officer := n.as(o.id, access.Officer)
	in := check.Sending{To: n.ministryOf(o.sector), By: check.ByItem, Retain: day(n.year+3, 3, 31)}
	parcel, err := n.Checks.Parcel(n.ctx, officer, id, in)
	if err != nil {
		return err
	}
	in.Seen = parcel.Copy.Hash
	copyID, err := n.Checks.Send(n.ctx, officer, id, in)
	if err != nil {
		return err
	}
	n.last = copyID
	return nil
}

// receive answers the copy that was sent last, as the ministry does with most of them: one in nine goes back
// with a question, and the newest are still to be looked at.
func (n *nation) receive(o operator, year int) error {
	luck := draw(o.id, fmt.Sprint(year), "answer")
	if year == n.year && luck%4 == 0 {
		return nil
	}
	ministry := n.as(n.ministryOf(o.sector), access.Manager)
	c, err := n.Submissions.Open(n.ctx, ministry, n.last)
	if err != nil {
		return err
	}
	if luck%9 == 1 {
		return n.Submissions.Return(n.ctx, ministry, c.ID, c.Version, "対象外とした規定が多いようです。該当しない理由を点検票で確かめ、必要なら送り直してください。")
	}
	return n.Submissions.Accept(n.ctx, ministry, c.ID, c.Version, "受け取りました。分野の取りまとめに使います。")
}
