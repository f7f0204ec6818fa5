// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// described is the document that is served, as a JSON Schema validator reads
// it: OpenAPI 3.1 says what a body may be in JSON Schema 2020-12.
type described struct {
	root     any
	compiler *jsonschema.Compiler
	mu       sync.Mutex
}

var document = sync.OnceValues(func() (*described, error) {
	root, err := jsonschema.UnmarshalJSON(bytes.NewReader(Document))
	if err != nil {
		return nil, err
	}
	d := &described{root: root, compiler: jsonschema.NewCompiler()}
	d.compiler.AssertFormat()
	return d, d.compiler.AddResource("openapi.json", root)
})

func theDocument(t *testing.T) *described {
	t.Helper()
	d, err := document()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// at returns what lies at a path of the document, nil when nothing does.
func (d *described) at(path ...string) any {
	here := d.root
	for _, name := range path {
		m, _ := here.(map[string]any)
		here = m[name]
	}
	return here
}

// hold holds a JSON text against the schema at a path of the document.
func (d *described) hold(text []byte, path ...string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.at(path...) == nil {
		return fmt.Errorf("the document has no %s", strings.Join(path, " "))
	}
	escape := strings.NewReplacer("~", "~0", "/", "~1")
	pointer := "openapi.json#"
	for _, name := range path {
		pointer += "/" + escape.Replace(name)
	}
	schema, err := d.compiler.Compile(pointer)
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

// TestDocument: the document is OpenAPI 3.1 (the schema is the OpenAPI
// Initiative's, under Apache 2.0), and it lists the routes that there are, with
// their methods.
func TestDocument(t *testing.T) {
	meta, err := os.ReadFile("testdata/openapi-3.1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := jsonschema.UnmarshalJSON(bytes.NewReader(meta))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("openapi-3.1", rules); err != nil {
		t.Fatal(err)
	}
	if err := c.MustCompile("openapi-3.1").Validate(theDocument(t).root); err != nil {
		t.Error(err)
	}
	r := start(t, nil)
	if _, served := r.send(r.request("GET", "/openapi.json", "", "")); served != string(Document) {
		t.Error("another document is served")
	}
	paths, _ := theDocument(t).at("paths").(map[string]any)
	for path := range paths {
		for _, method := range []string{"get", "post", "put", "delete", "patch"} {
			answer, err := http.DefaultClient.Do(r.request(strings.ToUpper(method), path, "", ""))
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if listed := theDocument(t).at("paths", path, method) != nil; listed == (answer.StatusCode == 405) || answer.StatusCode == 404 {
				t.Errorf("%s %s is listed: %v, answered %s", method, path, listed, answer.Status)
			}
		}
	}
	if len(paths) != 6 {
		t.Errorf("%d paths", len(paths))
	}
}

// TestDocumentFinds: what is not as documented is found.
func TestDocumentFinds(t *testing.T) {
	d := theDocument(t)
	for kind, line := range map[string]string{
		"Receipt": `{"done":true,"rows":1,"issued":1}`, "Issued": `{"letter_id":"L","guide":"altro","kid":"k","expires":"2027-01-01","tokens":[]}`,
		"Rejected": `{"row":1,"errors":[{"field":"days","code":"unknown","value":"9999"}]}`, "Letter": `{"letter_id":"L-1","guide":"naspi","days":9999}`,
		"Problem": `{"type":"urn:videoguida:problem:letter","title":"x","status":200}`, "Token": `{"channel":"fax","jti":"x","token":"t","url":"u","url_packed":"u"}`,
	} {
		if d.hold([]byte(line), "components", "schemas", kind) == nil {
			t.Errorf("%s: %s is accepted", kind, line)
		}
	}
	if d.hold([]byte("{}"), "paths", "/v1/tokens", "post", "responses", "299") == nil {
		t.Error("an answer that is not listed is accepted")
	}
}

// holdRequest holds a letter and the query against the document.
func holdRequest(t *testing.T, q *http.Request) {
	t.Helper()
	d, body := theDocument(t), new(bytes.Buffer)
	in, _ := q.GetBody()
	body.ReadFrom(in)
	path := []string{"paths", q.URL.Path, strings.ToLower(q.Method)}
	if err := d.hold(body.Bytes(), append(path, "requestBody", "content", q.Header.Get("Content-Type"), "schema")...); err != nil {
		t.Errorf("%s %s is not as documented: %v", q.Method, q.URL.Path, err)
	}
	for name, values := range q.URL.Query() {
		text, _ := json.Marshal(values[0])
		if err := d.holdParameter(name, text, path); err != nil {
			t.Errorf("parameter %s: %v", name, err)
		}
	}
}

func (d *described) holdParameter(name string, text []byte, path []string) error {
	list, _ := d.at(append(path, "parameters")...).([]any)
	for _, p := range list {
		p := p.(map[string]any)
		if p["name"] != name {
			continue
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("parameter", p["schema"]); err != nil {
			return err
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return err
		}
		return c.MustCompile("parameter").Validate(v)
	}
	return fmt.Errorf("it is not listed")
}

// holdAnswer holds an answer against the document: its status, its type, its
// body. Paths that the document does not list are none of its business.
func holdAnswer(t *testing.T, q *http.Request, answer *http.Response, body []byte) {
	t.Helper()
	d := theDocument(t)
	if d.at("paths", q.URL.Path, strings.ToLower(q.Method)) == nil {
		return
	}
	media, _, _ := strings.Cut(answer.Header.Get("Content-Type"), ";")
	path := []string{"paths", q.URL.Path, strings.ToLower(q.Method), "responses", fmt.Sprint(answer.StatusCode)}
	content := append(path, "content", media, "schema")
	var err error
	switch {
	case d.at(content...) == nil:
		err = fmt.Errorf("%s of %s is not listed", answer.Status, media)
	case media == "application/x-ndjson":
		holdLines(t, body) // OpenAPI 3.1 has no words for them
	case strings.HasSuffix(media, "json"):
		err = d.hold(body, content...)
	}
	if err != nil {
		t.Errorf("%s %s answers %s, not as documented: %v", q.Method, q.URL.Path, answer.Status, err)
	}
	headers, _ := d.at(append(path, "headers")...).(map[string]any)
	for name := range headers {
		if answer.StatusCode == 429 && answer.Header.Get(name) == "" {
			t.Errorf("%s %s answers %s without %s", q.Method, q.URL.Path, answer.Status, name)
		}
	}
}

// holdLines holds each line of a batch against the schema of its kind.
func holdLines(t *testing.T, body []byte) {
	t.Helper()
	for line := range bytes.Lines(body) {
		kind := "Receipt"
		switch {
		case bytes.Contains(line, []byte(`"tokens":`)):
			kind = "Issued"
		case bytes.Contains(line, []byte(`"row":`)):
			kind = "Rejected"
		}
		if err := theDocument(t).hold(line, "components", "schemas", kind); err != nil {
			t.Errorf("a line is no %s: %v", kind, err)
		}
	}
}
