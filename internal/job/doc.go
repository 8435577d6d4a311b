// Package job does later what an act leaves to do: mails, totals, exports, what comes round every night.
//
// [Enqueue] puts a job into the act's own transaction, so there is a job exactly when there is the change.
// A [Runner] in every process claims jobs that are due and works them, each under a lease that it extends;
// when a process dies its leases run out and others go on. Work may therefore happen twice, and must not
// mind. What fails is tried again after 1, 16, 81, 256 … seconds ([backOff]) and lies among the dead
// after its last attempt ([Dead]), where a person may revive it ([Retry]). Work that is not ready snoozes
// ([Snooze]); work that can never succeed gives up ([GiveUp]).
//
// A unique key keeps one unfinished job of a kind and key. To enqueue it while it is being worked makes it
// run once more afterwards: what changed meanwhile is not lost.
//
// The behaviours are those of River. Clock and ticks are handed in; between ticks a runner works on as
// long as it finds jobs, and [Runner.Wake] after a commit spares the wait for the next tick.
//
// Tables: job_job (due: when it may be claimed; claims: whose claim the last one was), job_period. It
// imports db, page and the kernel. Start at enqueue.go, then runner.go; all other SQL is in store.go.
package job
