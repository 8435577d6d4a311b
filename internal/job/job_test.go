package job_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/job"
)

// hands is a clock that a test moves by hand.
type hands struct {
	mu  sync.Mutex
	now time.Time
}

func newHands() *hands { return &hands{now: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)} }

func (h *hands) Now() time.Time { h.mu.Lock(); defer h.mu.Unlock(); return h.now }

func (h *hands) move(d time.Duration) { h.mu.Lock(); defer h.mu.Unlock(); h.now = h.now.Add(d) }

// bench is a runner under test, with its ticks and what it reported.
type bench struct {
	*job.Runner
	t     *testing.T
	ticks chan time.Time
	end   chan struct{}
	stop  context.CancelFunc

	mu       sync.Mutex
	reported []error
}

func newBench(t *testing.T, d *db.DB, clock *hands) *bench {
	b := &bench{t: t, ticks: make(chan time.Time), end: make(chan struct{})}
	b.Runner = job.New(d, clock.Now, b.ticks, func(err error) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.reported = append(b.reported, err)
	})
	return b
}

func (b *bench) run() {
	ctx, cancel := context.WithCancel(b.t.Context())
	b.stop = cancel
	go func() { defer close(b.end); b.Run(ctx) }()
	b.t.Cleanup(b.halt)
}

func (b *bench) halt() { b.stop(); <-b.end }

// tick is over when the runner has done what the tick asks for.
func (b *bench) tick() { b.ticks <- time.Time{}; b.ticks <- time.Time{} }

func (b *bench) reports() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return fmt.Sprint(b.reported)
}

func enqueue(t *testing.T, d *db.DB, kind string, args any, o job.Options) {
	t.Helper()
	must(t, d.Write(t.Context(), func(tx *db.Tx) error { return job.Enqueue(t.Context(), tx, kind, args, o) }))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func jobs(t *testing.T, d *db.DB, where string) (n int) {
	t.Helper()
	must(t, d.QueryRow(t.Context(), `SELECT COUNT(*) FROM job_job WHERE `+where, nil, &n))
	return n
}

// until waits for something that another goroutine does.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for range 2_000 {
		if is() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatalf("in vain waited for: %s", what)
}

// tickUntil ticks until something comes: on PostgreSQL a turn may lose against another act, and the next one
// looks again.
func tickUntil[V any](t *testing.T, b *bench, what string, from <-chan V) (v V) {
	t.Helper()
	for range 2_000 {
		b.tick()
		select {
		case v = <-from:
			return v
		case <-time.After(5 * time.Millisecond):
		}
	}
	t.Fatalf("in vain waited for: %s", what)
	return v
}

func both(t *testing.T, test func(*testing.T, *db.DB, *hands)) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) { test(t, d, newHands()) })
}

func TestAnActThatFailsLeavesNoJob(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, _ *hands) {
		stop := errors.New("stop")
		err := d.Write(t.Context(), func(tx *db.Tx) error {
			if err := job.Enqueue(t.Context(), tx, "mail", 1, job.Options{}); err != nil {
				return err
			}
			return stop
		})
		if n := jobs(t, d, `TRUE`); !errors.Is(err, stop) || n != 0 {
			t.Errorf("%v, %d jobs", err, n)
		}
	})
}

type letter struct{ To string }

// TestWakeSparesTheTick: no tick ever comes.
func TestWakeSparesTheTick(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b, got := newBench(t, d, clock), make(chan letter, 9)
		b.Handle("mail", job.Typed(func(_ context.Context, l letter) error { got <- l; return nil }))
		b.run()
		for _, to := range []string{"a", "b", "水道"} {
			enqueue(t, d, "mail", letter{to}, job.Options{})
			b.Wake()
			if l := <-got; l.To != to {
				t.Errorf("%+v, want %s", l, to)
			}
		}
		until(t, "the jobs to go", func() bool { return jobs(t, d, `TRUE`) == 0 })
	})
}

func TestAJobWaitsForItsTime(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b, done := newBench(t, d, clock), make(chan struct{}, 9)
		b.Handle("late", func(context.Context, []byte) error { done <- struct{}{}; return nil })
		enqueue(t, d, "late", nil, job.Options{At: clock.Now().Add(time.Hour)})
		enqueue(t, d, "unknown", nil, job.Options{})
		b.run()
		b.tick()
		clock.move(time.Hour - time.Microsecond)
		b.tick()
		if len(done) != 0 || jobs(t, d, `running`) != 0 {
			t.Error("the job came early")
		}
		clock.move(time.Microsecond)
		b.tick()
		<-done
		until(t, "the job to go", func() bool { return jobs(t, d, `kind = 'late'`) == 0 })
		if jobs(t, d, `kind = 'unknown' AND claims = 0`) != 1 {
			t.Error("a job of a kind that the runner does not know was touched")
		}
	})
}

func TestRunnersNeverWorkOneJobTwice(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		const many = 120
		var mu sync.Mutex
		worked := map[int]int{}
		for i := range many {
			enqueue(t, d, "count", i, job.Options{})
		}
		for range 3 {
			b := newBench(t, d, clock)
			b.Handle("count", job.Typed(func(_ context.Context, i int) error {
				mu.Lock()
				defer mu.Unlock()
				worked[i]++
				return nil
			}))
			b.run()
			go func() {
				for {
					select {
					case b.ticks <- time.Time{}:
						time.Sleep(time.Millisecond)
					case <-b.end:
						return
					}
				}
			}()
		}
		until(t, "all jobs", func() bool { return jobs(t, d, `TRUE`) == 0 })
		mu.Lock()
		defer mu.Unlock()
		for i := range many {
			if worked[i] != 1 {
				t.Errorf("job %d was worked %d times", i, worked[i])
			}
		}
	})
}

// TestACrash: a runner that is gone leaves its job to others when the lease has run out, and not before;
// one that lives keeps it.
func TestACrash(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		slow := newHands() // stands still while the first one hangs
		first, second := newBench(t, d, slow), newBench(t, d, clock)
		first.Grace = 0
		working, taken := make(chan struct{}), make(chan struct{}, 9)
		lost := make(chan error, 1)
		first.Handle("long", func(ctx context.Context, _ []byte) error {
			close(working)
			<-ctx.Done()
			lost <- ctx.Err()
			return nil // too late: the job is another's
		})
		second.Handle("long", func(context.Context, []byte) error {
			taken <- struct{}{}
			return errors.New("not this time")
		})
		enqueue(t, d, "long", nil, job.Options{})
		first.run()
		second.run()
		tickUntil(t, first, "the job to begin", working)
		for range 3 { // it lives, and extends its lease
			clock.move(first.Lease / 2)
			slow.move(first.Lease / 2)
			first.tick()
			second.tick()
		}
		if len(taken) != 0 {
			t.Fatal("a job under work was taken")
		}
		clock.move(first.Lease)
		tickUntil(t, second, "the job to be taken", taken)
		until(t, "the failure to be kept", func() bool { return jobs(t, d, `failure = 'not this time' AND NOT running AND attempts = 2`) == 1 })
		if err := tickUntil(t, first, "the first to learn", lost); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		first.halt()
		if jobs(t, d, `attempts = 2 AND claims = 2`) != 1 {
			t.Error("the end of a lost job was recorded")
		}
	})
}

func TestUnique(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b, started, goOn := newBench(t, d, clock), make(chan string, 9), make(chan struct{})
		b.Handle("total", job.Typed(func(_ context.Context, org string) error { started <- org; <-goOn; return nil }))
		for _, org := range []string{"a", "a", "b", "a"} {
			enqueue(t, d, "total", org, job.Options{Unique: org})
		}
		enqueue(t, d, "other", "a", job.Options{Unique: "a"})
		if n := jobs(t, d, `kind = 'total'`); n != 2 {
			t.Fatalf("%d jobs, want one for a and one for b", n)
		}
		b.run()
		b.tick()
		if got := []string{<-started, <-started}; !slices.Contains(got, "a") || !slices.Contains(got, "b") {
			t.Errorf("%v", got)
		}
		for range 3 { // while it is worked: once more, not three times
			enqueue(t, d, "total", "a", job.Options{Unique: "a"})
		}
		goOn <- struct{}{}
		goOn <- struct{}{}
		if org := <-started; org != "a" {
			t.Errorf("%q ran again", org)
		}
		goOn <- struct{}{}
		until(t, "the jobs to go", func() bool { return jobs(t, d, `kind = 'total'`) == 0 })
		if len(started) != 0 {
			t.Error("it ran too often")
		}
	})
}

// TestBackOffAndDeath: waits grow, the last failure kills, a person revives.
func TestBackOffAndDeath(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		ctx, b, tries := t.Context(), newBench(t, d, clock), make(chan int, 9)
		b.Attempts = 3
		n := 0
		b.Handle("send", func(context.Context, []byte) error {
			n++
			tries <- n
			if n == 2 {
				panic("no line")
			}
			if n <= 3 {
				return errors.New("no line")
			}
			return nil
		})
		enqueue(t, d, "send", letter{"a"}, job.Options{Unique: "a"})
		b.run()
		for attempt, wait := range []time.Duration{0, time.Second, 16 * time.Second} {
			if wait > 0 {
				clock.move(wait - time.Microsecond)
				b.tick()
				if len(tries) != 0 {
					t.Fatalf("attempt %d came early", attempt+1)
				}
				clock.move(time.Microsecond)
			}
			b.tick()
			<-tries
			until(t, "the attempt to be recorded", func() bool { return jobs(t, d, fmt.Sprintf(`attempts = %d AND NOT running`, attempt+1)) == 1 })
		}
		dead, next, err := job.Dead(ctx, d, "", 0)
		if err != nil || len(dead) != 1 || next != "" || dead[0].Kind != "send" || dead[0].Args != `{"To":"a"}` || dead[0].Failure != "no line" ||
			dead[0].Attempts != 3 || !dead[0].Died.Equal(clock.Now()) {
			t.Fatalf("%+v, %q, %v", dead, next, err)
		}
		if s := b.reports(); strings.Count(s, "no line") != 3 {
			t.Errorf("reported: %s", s)
		}
		retry := func() error {
			return d.Write(ctx, func(tx *db.Tx) error { return job.Retry(ctx, tx, dead[0].ID) })
		}
		enqueue(t, d, "send", letter{"a"}, job.Options{Unique: "a", At: clock.Now().Add(time.Hour)}) // the dead do not stand in its way
		if err := retry(); fault.Of(err).Kind != fault.Conflict {
			t.Errorf("reviving beside a twin: %v", err)
		}
		must(t, d.Write(ctx, func(tx *db.Tx) error {
			_, err := tx.Exec(ctx, `DELETE FROM job_job WHERE died IS NULL`)
			return err
		}))
		must(t, retry())
		b.tick()
		<-tries
		until(t, "the revived job to succeed", func() bool { return jobs(t, d, `TRUE`) == 0 })
		if err := retry(); fault.Of(err).Kind != fault.NotFound {
			t.Errorf("reviving what is gone: %v", err)
		}
	})
}

func TestSnoozeCountsNoAttempt(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b, tries := newBench(t, d, clock), make(chan int, 9)
		b.Attempts = 2
		n := 0
		b.Handle("poll", func(context.Context, []byte) error {
			if n++; n <= 4 {
				tries <- n
				return job.Snooze(time.Minute)
			}
			tries <- n
			return job.GiveUp(errors.New("it never will be"))
		})
		enqueue(t, d, "poll", nil, job.Options{})
		b.run()
		for range 5 {
			b.tick()
			<-tries
			until(t, "the end of the attempt", func() bool { return jobs(t, d, `running`) == 0 })
			clock.move(time.Minute)
		}
		if jobs(t, d, `died IS NOT NULL AND failure = 'it never will be' AND attempts = 1`) != 1 {
			t.Error("it was not given up after its first counted attempt")
		}
	})
}

func TestArgumentsThatCannotBeReadAreGivenUp(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b := newBench(t, d, clock)
		b.Handle("mail", job.Typed(func(context.Context, letter) error { t.Error("worked"); return nil }))
		enqueue(t, d, "mail", 7, job.Options{})
		b.run()
		b.tick()
		until(t, "the job to die", func() bool { return jobs(t, d, `died IS NOT NULL`) == 1 })
	})
}

// TestAKillerDies: a job whose worker goes away at every attempt is not tried for ever.
func TestAKillerDies(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		enqueue(t, d, "kill", nil, job.Options{})
		must(t, d.Write(t.Context(), func(tx *db.Tx) error {
			_, err := tx.Exec(t.Context(), `UPDATE job_job SET running = TRUE, claims = 25, attempts = 25, due = $1`, db.Micros(clock.Now()))
			return err
		}))
		b := newBench(t, d, clock)
		b.Handle("kill", func(context.Context, []byte) error { t.Error("worked"); return nil })
		b.run()
		b.tick()
		if jobs(t, d, `died IS NOT NULL AND failure <> ''`) != 1 {
			t.Error("it lives")
		}
	})
}

// TestPeriodic: one job a slot for all runners together, and one for all slots that were missed.
func TestPeriodic(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		var mu sync.Mutex
		ran := 0
		var benches []*bench
		for range 2 {
			b := newBench(t, d, clock)
			b.HandlePeriodic("nightly", job.Every(time.Hour), func(context.Context) error {
				mu.Lock()
				defer mu.Unlock()
				ran++
				return nil
			})
			b.run()
			benches = append(benches, b)
		}
		round := func(want int) {
			t.Helper()
			var group sync.WaitGroup
			for _, b := range benches {
				group.Go(b.tick)
			}
			group.Wait()
			until(t, fmt.Sprintf("run %d", want), func() bool { mu.Lock(); defer mu.Unlock(); return ran >= want && jobs(t, d, `TRUE`) == 0 })
			for _, b := range benches {
				b.tick()
			}
			until(t, "the jobs to go", func() bool { return jobs(t, d, `TRUE`) == 0 })
			mu.Lock()
			defer mu.Unlock()
			if ran != want {
				t.Fatalf("it ran %d times, want %d", ran, want)
			}
		}
		round(0)
		clock.move(59 * time.Minute)
		round(0)
		clock.move(time.Minute)
		round(1)
		clock.move(25 * time.Hour)
		round(2)
		clock.move(time.Hour)
		round(3)
	})
}

func TestACloserScheduleCountsAtOnce(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		ran := make(chan struct{}, 9)
		for _, every := range []time.Duration{24 * time.Hour, time.Hour} {
			b := newBench(t, d, clock)
			b.HandlePeriodic("tidy", job.Every(every), func(context.Context) error { ran <- struct{}{}; return nil })
			b.run()
			b.tick()
			if every == time.Hour {
				clock.move(time.Hour)
				b.tick()
				<-ran
			}
			b.halt()
		}
	})
}

func TestSchedules(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*60*60)
	at := time.Date(2026, 11, 24, 17, 59, 0, 0, time.UTC) // 2:59 in Tokyo
	nightly := job.Daily(3, 0, tokyo)
	first := nightly(at)
	if want := time.Date(2026, 11, 25, 3, 0, 0, 0, tokyo); !first.Equal(want) {
		t.Errorf("%v, want %v", first, want)
	}
	if second := nightly(first); second.Sub(first) != 24*time.Hour {
		t.Errorf("then %v", second)
	}
	if got := job.Every(time.Hour)(at); got.Sub(at) != time.Minute {
		t.Errorf("%v", got)
	}
}

// TestStopping: a runner that stops takes nothing more, lets jobs end for a while, and gives back the rest.
func TestStopping(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b, started, goOn := newBench(t, d, clock), make(chan string, 9), make(chan struct{})
		b.Workers = 2
		b.Handle("work", job.Typed(func(ctx context.Context, name string) error {
			started <- name
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-goOn:
				return nil
			}
		}))
		for _, name := range []string{"a", "b", "c"} {
			enqueue(t, d, "work", name, job.Options{})
		}
		b.run()
		b.tick()
		<-started
		<-started
		b.stop()
		b.tick()
		goOn <- struct{}{} // one ends in time
		until(t, "its end", func() bool { return jobs(t, d, `running`) == 1 })
		clock.move(b.Grace)
		select {
		case b.ticks <- time.Time{}:
		case <-b.end:
		}
		<-b.end
		if jobs(t, d, `NOT running AND attempts = 0 AND died IS NULL`) != 2 || len(started) != 0 || b.reports() != "[]" {
			t.Errorf("%d jobs wait, reported %s", jobs(t, d, `NOT running AND attempts = 0`), b.reports())
		}
	})
}

// TestAnEndThatCannotBeRecordedIsKept: the database is away when the work is done, and comes back.
func TestAnEndThatCannotBeRecordedIsKept(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		b, started, goOn := newBench(t, d, clock), make(chan struct{}, 9), make(chan struct{})
		b.Handle("work", func(context.Context, []byte) error { started <- struct{}{}; <-goOn; return nil })
		enqueue(t, d, "work", nil, job.Options{})
		b.run()
		b.tick()
		<-started
		rename := func(statement string) {
			must(t, d.Write(t.Context(), func(tx *db.Tx) error { _, err := tx.Exec(t.Context(), statement); return err }))
		}
		rename(`ALTER TABLE job_job RENAME TO job_away`)
		goOn <- struct{}{}
		until(t, "the trouble", func() bool { return strings.Contains(b.reports(), "record the end of job") })
		rename(`ALTER TABLE job_away RENAME TO job_job`)
		b.tick()
		if jobs(t, d, `TRUE`) != 0 || len(started) != 0 {
			t.Error("the end was not recorded, or the job was worked again")
		}
	})
}

func TestTheDeadArePaged(t *testing.T) {
	both(t, func(t *testing.T, d *db.DB, clock *hands) {
		ctx := t.Context()
		for i := range 7 {
			enqueue(t, d, "x", i, job.Options{})
		}
		must(t, d.Write(ctx, func(tx *db.Tx) error {
			_, err := tx.Exec(ctx, `UPDATE job_job SET died = $1 + id / 3`, db.Micros(clock.Now()))
			return err
		}))
		var got []int64
		for cursor := ""; ; {
			dead, next, err := job.Dead(ctx, d, cursor, 2)
			must(t, err)
			for _, j := range dead {
				got = append(got, j.ID)
			}
			if cursor = next; cursor == "" {
				break
			}
		}
		if !slices.Equal(got, []int64{7, 6, 5, 4, 3, 2, 1}) {
			t.Errorf("%v", got)
		}
		if _, _, err := job.Dead(ctx, d, "x", 2); fault.Of(err).Kind != fault.Invalid {
			t.Errorf("a bad cursor: %v", err)
		}
	})
}
