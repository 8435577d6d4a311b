package check

// Counts says how a check, or a part of it, stands. It is kept, never counted on a page view. What is no
// longer asked is in Gone alone; of the rest, what is not applicable is in no tally.
type Counts struct {
	Entries       int
	Answered      int // not applicable, or all three questions answered
	NotApplicable int
	Carried       int // answered last year, confirmed by nobody yet
	Gaps          int
	Changed       int
	Gone          int
	InPlace       Tally
	InOperation   Tally
	Effective     Tally
	Work          WorkTally
	Severity      SeverityTally
}

// Tally counts the judgements of one question.
type Tally struct{ Yes, Partly, No int }

// WorkTally counts work statuses.
type WorkTally struct{ NotStarted, UnderWay, Waiting, Done int }

// SeverityTally counts severities.
type SeverityTally struct{ None, Low, Medium, High int }

// Applicable is how many entries ask for the three answers.
func (c Counts) Applicable() int { return c.Entries - c.NotApplicable }

// Unanswered is how many entries have something left to answer.
func (c Counts) Unanswered() int { return c.Entries - c.Answered }

// Open is how many of the applicable entries a question still waits for.
func (t Tally) Open(c Counts) int { return c.Applicable() - t.Yes - t.Partly - t.No }

// counter is one column of check_count.
type counter struct {
	column string
	of     func(*Counts) *int
}

var counters = []counter{
	{"entries", func(c *Counts) *int { return &c.Entries }},
	{"answered", func(c *Counts) *int { return &c.Answered }},
	{"not_applicable", func(c *Counts) *int { return &c.NotApplicable }},
	{"carried", func(c *Counts) *int { return &c.Carried }},
	{"gaps", func(c *Counts) *int { return &c.Gaps }},
	{"changed", func(c *Counts) *int { return &c.Changed }},
	{"gone", func(c *Counts) *int { return &c.Gone }},
	{"in_place_yes", func(c *Counts) *int { return &c.InPlace.Yes }},
	{"in_place_partly", func(c *Counts) *int { return &c.InPlace.Partly }},
	{"in_place_no", func(c *Counts) *int { return &c.InPlace.No }},
	{"in_operation_yes", func(c *Counts) *int { return &c.InOperation.Yes }},
	{"in_operation_partly", func(c *Counts) *int { return &c.InOperation.Partly }},
	{"in_operation_no", func(c *Counts) *int { return &c.InOperation.No }},
	{"effective_yes", func(c *Counts) *int { return &c.Effective.Yes }},
	{"effective_partly", func(c *Counts) *int { return &c.Effective.Partly }},
	{"effective_no", func(c *Counts) *int { return &c.Effective.No }},
	{"work_not_started", func(c *Counts) *int { return &c.Work.NotStarted }},
	{"work_under_way", func(c *Counts) *int { return &c.Work.UnderWay }},
	{"work_waiting", func(c *Counts) *int { return &c.Work.Waiting }},
	{"work_done", func(c *Counts) *int { return &c.Work.Done }},
	{"severity_none", func(c *Counts) *int { return &c.Severity.None }},
	{"severity_low", func(c *Counts) *int { return &c.Severity.Low }},
	{"severity_medium", func(c *Counts) *int { return &c.Severity.Medium }},
	{"severity_high", func(c *Counts) *int { return &c.Severity.High }},
}

// add adds n times other to the counts.
func (c *Counts) add(other Counts, n int) {
	for _, k := range counters {
		*k.of(c) += n * *k.of(&other)
	}
}

// count is what one entry adds to the counts of its parts.
func (e Entry) count() Counts {
	if e.Gone {
		return Counts{Gone: 1}
	}
	c := Counts{Entries: 1}
	mark := func(n *int, is bool) {
		if is {
			*n = 1
		}
	}
	mark(&c.Answered, e.Answered())
	mark(&c.NotApplicable, e.NotApplicable)
	mark(&c.Carried, e.Carried)
	mark(&c.Changed, e.Changed)
	if e.NotApplicable {
		return c
	}
	mark(&c.Gaps, e.Gap())
	c.InPlace, c.InOperation, c.Effective = tally(e.InPlace), tally(e.InOperation), tally(e.Effective)
	mark(&c.Work.NotStarted, e.Work == NotStarted)
	mark(&c.Work.UnderWay, e.Work == UnderWay)
	mark(&c.Work.Waiting, e.Work == Waiting)
	mark(&c.Work.Done, e.Work == WorkDone)
	mark(&c.Severity.None, e.Severity == NoGap)
	mark(&c.Severity.Low, e.Severity == Low)
	mark(&c.Severity.Medium, e.Severity == Medium)
	mark(&c.Severity.High, e.Severity == High)
	return c
}

func tally(j Judgement) (t Tally) {
	switch j {
	case Yes:
		t.Yes = 1
	case Partly:
		t.Partly = 1
	case No:
		t.No = 1
	}
	return t
}

// changes collects what an act changes in the counts of the parts that it touches.
type changes map[Part]*Counts

// note takes in that an entry was before and is after; a nil before is a new one.
func (cs changes) note(parts []Part, before, after *Entry) {
	for _, p := range append([]Part{total}, parts...) {
		if cs[p] == nil {
			cs[p] = &Counts{}
		}
		if before != nil {
			cs[p].add(before.count(), -1)
		}
		if after != nil {
			cs[p].add(after.count(), 1)
		}
	}
}
