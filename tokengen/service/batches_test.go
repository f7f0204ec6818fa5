// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// lines are the answers of a batch, and its receipt.
func lines(t *testing.T, body string) (answers []map[string]any, last receipt) {
	t.Helper()
	all := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	for _, line := range all[:len(all)-1] {
		var a map[string]any
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		answers = append(answers, a)
	}
	if err := json.Unmarshal([]byte(all[len(all)-1]), &last); err != nil {
		t.Fatalf("%v in the receipt", err)
	}
	return answers, last
}

func (r *running) batch(body string) (*http.Response, string) {
	r.t.Helper()
	return r.send(r.request("POST", "/v1/batches?batch=b", "application/x-ndjson", body))
}

// TestBatch: every line is answered in order, wrong ones too; the receipt and
// the audit tell the same.
func TestBatch(t *testing.T) {
	r := start(t, nil)
	wrong := strings.Replace(naspiRow, `"L-0001"`, `"L-0003","iban":"x"`, 1)
	answer, body := r.batch("\n" + naspiRow + "\n" + wrong + "\r\n\n{not json}\n" + pensionRow)
	if answer.StatusCode != 200 || answer.Header.Get("Content-Type") != "application/x-ndjson" {
		t.Fatal(answer.Status, body)
	}
	answers, last := lines(t, body)
	var got []string
	ids := sha256.New()
	for _, a := range answers {
		got = append(got, fmt.Sprintf("%v %v %v", a["row"], a["letter_id"], a["errors"]))
		if tokens, ok := a["tokens"].([]any); ok {
			io.WriteString(ids, tokens[0].(map[string]any)["jti"].(string))
		}
	}
	want := "1 L-0001 <nil>|2 L-0003 [map[code:unknown field:iban]]|4 <nil> [map[code:is not a JSON object field:row]]|5 L-0002 <nil>"
	if strings.Join(got, "|") != want {
		t.Errorf("answers %s\n   want %s", strings.Join(got, "|"), want)
	}
	if !last.Done || last.Rows != 4 || last.Issued != 2 || last.Rejected != 2 || last.JtiHash != hex.EncodeToString(ids.Sum(nil)) {
		t.Errorf("receipt %+v", last)
	}
	audit := r.audit.entries(t)
	if len(audit) != 2 || audit[0].Outcome != "begun" || audit[1].Outcome != "issued" || audit[1].JtiHash != last.JtiHash ||
		audit[1].Guides != (guides{1, 1}) || audit[1].Rejected != 2 {
		t.Errorf("audit %+v", audit)
	}
}

// TestBatchIsAStream: an answer comes before the next letter is sent.
func TestBatchIsAStream(t *testing.T) {
	r := start(t, nil)
	body, pen := io.Pipe()
	q := r.request("POST", "/v1/batches", "application/x-ndjson", "")
	q.Body, q.ContentLength = body, -1
	type result struct {
		answer *http.Response
		err    error
	}
	came := make(chan result, 1)
	go func() {
		answer, err := http.DefaultClient.Do(q)
		came <- result{answer, err}
	}()
	// Half of the second letter is there when the first answer must come.
	io.WriteString(pen, naspiRow+"\n"+pensionRow[:20])
	got := <-came
	if got.err != nil {
		t.Fatal(got.err)
	}
	defer got.answer.Body.Close()
	in := bufio.NewScanner(got.answer.Body)
	for i, rest := range []string{pensionRow[20:] + "\n", ""} {
		if !in.Scan() || !strings.Contains(in.Text(), fmt.Sprintf(`"row":%d`, i+1)) {
			t.Fatalf("answer %d: %q %v", i+1, in.Text(), in.Err())
		}
		io.WriteString(pen, rest)
	}
	pen.Close()
	if !in.Scan() || !strings.Contains(in.Text(), `"done":true`) {
		t.Errorf("receipt %q", in.Text())
	}
}

// TestOversize: a letter or a batch without end is broken off, and what was
// answered before stays good.
func TestOversize(t *testing.T) {
	r := start(t, nil)
	_, body := r.batch(naspiRow + "\n" + `{"arm":"` + strings.Repeat("a", MaxRow) + "\n")
	answers, last := lines(t, body)
	if len(answers) != 1 || last.Done || last.Issued != 1 || last.Problem.Type != "urn:videoguida:problem:too-large" {
		t.Errorf("%d answers, %+v", len(answers), last)
	}
	if e := r.audit.entries(t); e[1].Outcome != "broken-off" || e[1].Code != "too-large" || e[1].Issued != 1 {
		t.Errorf("audit %+v", e)
	}
	long := `{"arm":"` + strings.Repeat("a", MaxRow-100) + "\"}\n"
	q := r.request("POST", "/v1/batches", "application/x-ndjson", "")
	q.Body, q.ContentLength = io.NopCloser(strings.NewReader(naspiRow+"\n"+strings.Repeat(long, MaxBatch/len(long)+1))), -1
	_, body = r.send(q)
	if answers, last = lines(t, body); len(answers) != last.Rows || last.Issued != 1 || last.Done || last.Problem.Status != 413 {
		t.Errorf("%d answers, %+v", len(answers), last)
	}
}

// TestSlow: whoever sends a letter byte by byte, or nothing, loses the
// connection's time, on every route and without a client's right too.
func TestSlow(t *testing.T) {
	r := start(t, func(c *Config) { c.RowTime = 300 * time.Millisecond })
	auth := "Authorization: Bearer " + r.bearer + "\r\n"
	tests := []struct{ name, head, status, says string }{
		{"one letter", "POST /v1/tokens HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n" + auth, "408", "problem:slow"},
		{"a batch", "POST /v1/batches HTTP/1.1\r\nContent-Type: application/x-ndjson\r\nContent-Length: 500\r\n" + auth, "200", "problem:slow"},
		{"a stranger", "POST /v1/tokens HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n", "401", "problem:unauthorized"},
		{"a body of a GET", "GET /healthz HTTP/1.1\r\nContent-Length: 500\r\n", "200", "ok"},
	}
	for _, tt := range tests {
		c, err := net.Dial("tcp", strings.TrimPrefix(r.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		io.WriteString(c, tt.head+"Host: x\r\n\r\n")
		go func() { // a byte now and then keeps nobody's patience alive
			for i := 0; ; i++ {
				if _, err := c.Write([]byte("{ "[i%2 : i%2+1])); err != nil || i > 40 {
					return
				}
				time.Sleep(100 * time.Millisecond)
			}
		}()
		began := time.Now()
		c.SetReadDeadline(began.Add(5 * time.Second))
		answer, err := io.ReadAll(c)
		if took := time.Since(began); took > 3*time.Second || !strings.HasPrefix(string(answer), "HTTP/1.1 "+tt.status) || !strings.Contains(string(answer), tt.says) {
			t.Errorf("%s: held for %v, answered %.40q, %v", tt.name, took, answer, err)
		}
	}
}

// TestSlowMiddle: a batch that stops in its middle is broken off with a receipt.
func TestSlowMiddle(t *testing.T) {
	r := start(t, func(c *Config) { c.RowTime = 300 * time.Millisecond })
	body, pen := io.Pipe()
	q := r.request("POST", "/v1/batches", "application/x-ndjson", "")
	q.Body, q.ContentLength = body, -1
	go io.WriteString(pen, naspiRow+"\n"+pensionRow[:40])
	answer, err := http.DefaultClient.Do(q)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	answers, last := lines(t, string(text))
	if len(answers) != 1 || last.Done || last.Problem.Type != "urn:videoguida:problem:slow" {
		t.Errorf("%d answers, %+v", len(answers), last)
	}
	pen.Close()
}
