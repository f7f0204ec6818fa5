package service

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/errors"
	"github.com/pb33f/libopenapi-validator/schema_validation"
	v3 "github.com/pb33f/libopenapi/datamodel/high/v3"
)

// described is the document that is served, read by others' code.
type described struct {
	validator.Validator
	lines   schema_validation.SchemaValidator
	schemas *v3.Components
}

var document = sync.OnceValues(func() (described, error) {
	d, err := libopenapi.NewDocument(Document)
	if err != nil {
		return described{}, err
	}
	v, errs := validator.NewValidator(d)
	if len(errs) > 0 {
		return described{}, errs[0]
	}
	m, err := d.BuildV3Model()
	if err != nil {
		return described{}, err
	}
	return described{v, schema_validation.NewSchemaValidator(), m.Model.Components}, nil
})

func theDocument(t *testing.T) described {
	t.Helper()
	d, err := document()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDocument: the document is OpenAPI 3.1, and it lists the routes that there
// are, with their methods.
func TestDocument(t *testing.T) {
	if ok, errs := theDocument(t).ValidateDocument(); !ok {
		t.Error(tell(errs))
	}
	var d struct {
		OpenAPI string
		Paths   map[string]map[string]any
	}
	if err := json.Unmarshal(Document, &d); err != nil || !strings.HasPrefix(d.OpenAPI, "3.1") {
		t.Fatal(err, d.OpenAPI)
	}
	r := start(t, nil)
	_, served := r.send(r.request("GET", "/openapi.json", "", ""))
	if served != string(Document) {
		t.Error("another document is served")
	}
	for path, methods := range d.Paths {
		for _, method := range []string{"get", "post", "put", "delete", "patch"} {
			answer, err := http.DefaultClient.Do(r.request(strings.ToUpper(method), path, "", ""))
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if _, listed := methods[method]; listed == (answer.StatusCode == 405) || answer.StatusCode == 404 {
				t.Errorf("%s %s is listed: %v, answered %s", method, path, listed, answer.Status)
			}
		}
	}
}

// holdRequest holds a request against the document.
func holdRequest(t *testing.T, q *http.Request) {
	t.Helper()
	if ok, errs := theDocument(t).ValidateHttpRequestSync(q); !ok {
		t.Errorf("%s %s is not as documented: %s", q.Method, q.URL.Path, tell(errs))
	}
	body, _ := q.GetBody()
	q.Body = body
}

// holdAnswer holds an answer against the document; paths and methods that it
// does not list are none of its business.
func holdAnswer(t *testing.T, q *http.Request, answer *http.Response, body []byte) {
	t.Helper()
	if answer.StatusCode == 404 || answer.StatusCode == 405 {
		return
	}
	if answer.Header.Get("Content-Type") == "application/x-ndjson" {
		holdLines(t, body) // OpenAPI 3.1 has no words for them
		return
	}
	copied := *answer
	copied.Body = io.NopCloser(bytes.NewReader(body))
	asked := q.Clone(q.Context())
	asked.Body, _ = q.GetBody()
	if ok, errs := theDocument(t).ValidateHttpResponse(asked, &copied); !ok {
		t.Errorf("%s %s answers %s, not as documented: %s", q.Method, q.URL.Path, answer.Status, tell(errs))
	}
}

// holdLines holds each line of a batch against the schema of its kind.
func holdLines(t *testing.T, body []byte) {
	t.Helper()
	d := theDocument(t)
	for line := range bytes.Lines(body) {
		kind := "Receipt"
		switch {
		case bytes.Contains(line, []byte(`"tokens":`)):
			kind = "Issued"
		case bytes.Contains(line, []byte(`"row":`)):
			kind = "Rejected"
		}
		schema := d.schemas.Schemas.GetOrZero(kind).Schema()
		if ok, errs := d.lines.ValidateSchemaBytes(schema, line); !ok {
			t.Errorf("a line is no %s: %s", kind, tell(errs))
		}
	}
}

// TestHoldLinesFinds: a line that is not as documented is found.
func TestHoldLinesFinds(t *testing.T) {
	d := theDocument(t)
	for kind, line := range map[string]string{
		"Receipt": `{"done":true,"rows":1,"issued":1}`, "Issued": `{"letter_id":"L","guide":"altro","kid":"k","expires":"2027-01-01","tokens":[]}`,
		"Rejected": `{"row":1,"errors":[{"field":"days","code":"unknown","value":"9999"}]}`,
	} {
		if ok, _ := d.lines.ValidateSchemaBytes(d.schemas.Schemas.GetOrZero(kind).Schema(), []byte(line)); ok {
			t.Errorf("%s: %s is accepted", kind, line)
		}
	}
}

func tell(errs []*errors.ValidationError) string {
	var all []string
	for _, e := range errs {
		all = append(all, e.Message+": "+e.Reason)
		for _, s := range e.SchemaValidationErrors {
			all = append(all, s.Reason)
		}
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}
