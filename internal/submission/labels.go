package submission

import (
	"time"

	"kijun/internal/clock"
	"kijun/internal/lang"
)

// StateLabels name the states.
var StateLabels = map[State]lang.Text{
	Sent:      {JA: "送付済み", EN: "sent"},
	Received:  {JA: "受領", EN: "received"},
	Returned:  {JA: "差戻し", EN: "returned"},
	Accepted:  {JA: "受理", EN: "accepted"},
	Withdrawn: {JA: "取下げ", EN: "withdrawn"},
}

// Moment writes a time in Japan to the minute.
func Moment(t time.Time) lang.Text {
	day, at := lang.Day(clock.Day(t)), t.In(clock.Japan).Format(" 15:04")
	return lang.Text{JA: day.JA + at, EN: day.EN + at}
}
