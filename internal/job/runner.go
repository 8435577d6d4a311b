package job

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
)

// Interval is how often a runner should tick: the longest that a due job waits for a free one.
const Interval = time.Second

// Runner works jobs: make one with New, register the kinds, then Run it once.
type Runner struct {
	Workers  int           // jobs at once
	Lease    time.Duration // how long after its process died a job waits for another
	Grace    time.Duration // how long jobs may go on when the runner stops
	Attempts int           // after which a job is dead

	ticks  <-chan time.Time
	report func(error)

	kinds    map[string]Work
	periodic map[string]Schedule
	wake     chan struct{}

	store   *store
	held    map[claim]context.CancelFunc // jobs until their end is recorded
	results chan ended
	ended   []ended // and not recorded yet
}

// New returns a runner without kinds: 4 jobs at once, a lease of a minute, 10 seconds of grace, 25 attempts.
// Report hears of attempts that failed and of trouble with the database; ticks come every Interval.
func New(d *db.DB, now func() time.Time, ticks <-chan time.Time, report func(error)) *Runner {
	return &Runner{Workers: 4, Lease: time.Minute, Grace: 10 * time.Second, Attempts: 25, ticks: ticks, report: report,
		kinds: map[string]Work{}, periodic: map[string]Schedule{}, wake: make(chan struct{}, 1),
		store: &store{db: d, now: now}, held: map[claim]context.CancelFunc{}, results: make(chan ended)}
}

// Handle registers the work of a kind. A runner leaves kinds that it does not know to others.
func (r *Runner) Handle(kind string, work Work) {
	if _, twice := r.kinds[kind]; twice {
		panic("job: kind " + kind + " is registered twice")
	}
	r.kinds[kind] = work
}

// HandlePeriodic registers the work of a kind that comes round by itself, once for all runners together.
func (r *Runner) HandlePeriodic(kind string, s Schedule, work func(context.Context) error) {
	r.Handle(kind, func(ctx context.Context, _ []byte) error { return work(ctx) })
	r.periodic[kind] = s
}

// Wake makes the runner look for jobs now. Whoever committed an act that enqueued calls it after the commit.
func (r *Runner) Wake() {
	select {
	case r.wake <- struct{}{}:
	default: // it is awake already
	}
}

// Run works jobs until ctx ends and those under work have ended, too. After Grace their contexts end.
func (r *Runner) Run(ctx context.Context) {
	r.store.lease, r.store.most = r.Lease, int64(r.Attempts)
	stop, stopped := ctx.Done(), time.Time{}
	work := context.WithoutCancel(ctx) // what is claimed is also finished
	for {
		select {
		case <-stop:
		case <-r.ticks:
			r.tick(work, ctx.Err() == nil)
		case <-r.wake:
		case e := <-r.results:
			r.collect(e)
		}
		r.settle(work)
		if stop != nil && ctx.Err() != nil {
			stop, stopped = nil, r.store.now()
		}
		if stop != nil {
			r.claim(work)
			continue
		}
		if !r.store.now().Before(stopped.Add(r.Grace)) {
			r.abandon()
		}
		if len(r.held) == 0 {
			return
		}
	}
}

// tick extends leases and enqueues what comes round.
func (r *Runner) tick(ctx context.Context, periodic bool) {
	if len(r.held) > 0 {
		lost, err := r.store.extend(ctx, slices.Collect(maps.Keys(r.held)))
		r.trouble(err)
		for _, c := range lost { // another runner works it now, or soon
			r.held[c]()
		}
	}
	if !periodic {
		return
	}
	for kind, schedule := range r.periodic {
		r.trouble(r.store.enqueuePeriod(ctx, kind, schedule))
	}
}

// claim starts jobs that are due on the workers that are free.
func (r *Runner) claim(ctx context.Context) {
	free, kinds := r.Workers-len(r.held), slices.Sorted(maps.Keys(r.kinds))
	if free <= 0 || len(kinds) == 0 {
		return
	}
	due, err := r.store.due(ctx, kinds)
	if err != nil || !due {
		r.trouble(err)
		return
	}
	jobs, err := r.store.claim(ctx, kinds, free)
	r.trouble(err)
	for _, j := range jobs {
		r.start(ctx, j)
	}
}

func (r *Runner) start(ctx context.Context, j claimed) {
	working, cancel := context.WithCancel(ctx)
	r.held[j.claim] = cancel
	go func() {
		defer cancel()
		err := do(working, r.kinds[j.kind], []byte(j.args))
		r.results <- ended{j, err, working.Err() != nil}
	}()
}

// collect takes a job that has ended, and those that ended with it.
func (r *Runner) collect(e ended) {
	for {
		r.ended = append(r.ended, e)
		if _, snoozed := e.result.(snooze); e.result != nil && !snoozed && !e.stopped {
			r.report(fmt.Errorf("job %d (%s), attempt %d: %w", e.id, e.kind, e.attempts, e.result))
		}
		select {
		case e = <-r.results:
		default:
			return
		}
	}
}

// settle records what became of jobs. What cannot be recorded now is held, and tried again at the next turn.
func (r *Runner) settle(ctx context.Context) {
	if len(r.ended) == 0 {
		return
	}
	if err := r.store.finish(ctx, r.ended); err != nil {
		r.trouble(err)
		return
	}
	r.forget()
}

func (r *Runner) forget() {
	for _, e := range r.ended {
		delete(r.held, e.claim)
	}
	r.ended = nil
}

// abandon ends the wait of a runner that stops: jobs still under work lose their context, and ends that the
// database did not take are left to the leases.
func (r *Runner) abandon() {
	r.forget()
	for _, stop := range r.held {
		stop()
	}
}

// trouble passes an error on, but not that another runner was quicker: the next turn looks again.
func (r *Runner) trouble(err error) {
	if err != nil && !fault.Is(err, fault.Unavailable) {
		r.report(err)
	}
}
