package client_test

import (
	"context"
	"fmt"
	"log"

	"kijun/client"
)

// An operator answers a self-check and sends its summary to the ministry, which accepts it.
func Example() {
	ctx := context.Background()
	operator := client.New(demo(), nil)
	if err := operator.SignInDemo(ctx, "officer@mihon-water"); err != nil {
		log.Fatal(err)
	}
	check, err := operator.StartCheck(ctx, client.Start{Sector: "water", Year: 2026, Title: "Through the API"})
	if err != nil {
		log.Fatal(err)
	}
	for entry, err := range operator.Entries(ctx, check.ID, client.EntryFilter{Part: "item:p3.1"}) {
		if err != nil {
			log.Fatal(err)
		}
		answer := client.Answer{InPlace: "yes", InOperation: "yes", Effective: "partly", Work: "done", Severity: "low"}
		if _, err := operator.Answer(ctx, check.ID, entry.Number, answer, entry.Version); err != nil {
			log.Fatal(err)
		}
	}
	sending := client.Sending{By: "group", Retain: "2030-03-31"}
	for ministry, err := range operator.Addressees(ctx, check.ID) {
		if err != nil {
			log.Fatal(err)
		}
		sending.To = ministry.ID
	}
	parcel, err := operator.PreviewSending(ctx, check.ID, sending) // look at parcel.Payload: exactly this leaves
	if err != nil {
		log.Fatal(err)
	}
	sending.Seen = parcel.Hash
	id, err := operator.Send(ctx, check.ID, sending)
	if err != nil {
		log.Fatal(err)
	}

	ministry := client.New(demo(), nil)
	if err := ministry.SignInDemo(ctx, "officer@"+sending.To); err != nil {
		log.Fatal(err)
	}
	received, err := ministry.Submission(ctx, id)
	if err != nil {
		log.Fatal(err)
	}
	accepted, err := ministry.Accept(ctx, received, "Thank you")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(accepted.Title.EN)
	fmt.Println(accepted.State)
	// Output:
	// Summary of a self-check (FY2026, Water)
	// accepted
}
