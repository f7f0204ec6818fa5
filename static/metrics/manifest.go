package metrics

// Metrics that no browser sends: a manifest brings them.
const (
	Issued = "issued" // letters made
	Sent   = "sent"   // letters handed to a channel
)
