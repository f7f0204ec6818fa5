package deploy

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"flag"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// compare is the folder of a site built at quality 11. compare.sh sets it: the
// comparison takes a quiet machine and a minute, so it is no part of other runs.
var compare = flag.String("compare", "", "compare the host's CPU with nginx's, for the site in this folder")

// kind is what is asked for, how, and how much more than nginx the host may
// take for it.
type kind struct {
	name     string
	file     string // by its source name
	https    bool
	clients  int
	requests int // per client and round
	limit    float64
}

// rounds are measured in turn, host and nginx, and the median counts.
const rounds = 7

// TestCompare measures the CPU that the host and nginx with brotli_static take
// for a request, in the same run: what the kernel counts for each process, user
// and system.
func TestCompare(t *testing.T) {
	if *compare == "" {
		t.Skip("run static/deploy/compare.sh")
	}
	dir, err := filepath.Abs(*compare)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []kind{
		{"small-file-http1", "index.html", false, 8, 1500, 2},
		{"small-file-https-http2", "index.html", true, 8, 1500, 2},
		{"film-https-http2", "film.wasm", true, 4, 15, 1.5},
	} {
		t.Run(k.name, func(t *testing.T) { k.run(t, dir) })
	}
}

func (k kind) run(t *testing.T, site string) {
	cert, key := pair(t)
	ours := startHost(t, site, cert, key, k.https)
	theirs := startNginx(t, site, cert, key, k.https)
	var host, nginx, ratios []float64
	for round := range rounds + 1 {
		h, n := k.cost(t, ours, site), k.cost(t, theirs, site)
		if round == 0 {
			continue // warming up
		}
		host, nginx, ratios = append(host, h), append(nginx, n), append(ratios, h/n)
	}
	ratio := median(ratios)
	t.Logf("host %.0f µs, nginx %.0f µs of CPU a request; ratio %.2f, limit %.1f (%d × %d × %d requests, load %s)",
		median(host), median(nginx), ratio, k.limit, rounds, k.clients, k.requests, load())
	if ratio > k.limit {
		t.Errorf("the host takes %.2f times nginx's CPU, limit %.1f", ratio, k.limit)
	}
}

func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	return s[len(s)/2]
}

// load is the machine's load average of the last minute.
func load() string {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(b), " ")
	return first
}

// server is a process to be measured.
type server struct {
	url string
	pid int
}

// cost asks a server as often as k says and returns its CPU a request, µs.
func (k kind) cost(t *testing.T, s server, site string) float64 {
	t.Helper()
	path, size := fileOf(t, site, k.file)
	before := cpu(t, s.pid)
	var all sync.WaitGroup
	for range k.clients {
		all.Go(func() { k.ask(t, s.url+path, size) })
	}
	all.Wait()
	return float64(cpu(t, s.pid)-before) / float64(time.Microsecond) / float64(k.clients*k.requests)
}

// ask is one client with a connection of its own.
func (k kind) ask(t *testing.T, url string, size int64) {
	transport := &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ForceAttemptHTTP2: k.https, DisableCompression: true,
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			_, port, _ := net.SplitHostPort(addr)
			return new(net.Dialer).DialContext(ctx, network, "127.0.0.1:"+port)
		},
	}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	for range k.requests {
		r, err := http.NewRequest("GET", url, nil)
		if err != nil {
			t.Error(err)
			return
		}
		r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
		answer, err := client.Do(r)
		if err != nil {
			t.Error(err)
			return
		}
		n, err := io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
		if err != nil || n != size || answer.Header.Get("Content-Encoding") != "br" || k.https != (answer.ProtoMajor == 2) {
			t.Errorf("%s: %d bytes, %v, %v", answer.Status, n, answer.Header, err)
			return
		}
	}
}

// fileOf returns a file's path in the site and its compressed size.
func fileOf(t *testing.T, site, name string) (string, int64) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(site, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		Files map[string]struct {
			Name   string
			Brotli int64
		}
	}
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return "/" + m.Files[name].Name, m.Files[name].Brotli
}

// cpu is what a process has used, to the nanosecond.
func cpu(t *testing.T, pid int) time.Duration {
	t.Helper()
	var sum time.Duration
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(tasks) == 0 {
		t.Fatalf("process %d is gone: %v", pid, err)
	}
	for _, task := range tasks {
		b, err := os.ReadFile(task)
		if err != nil {
			continue // the thread ended
		}
		first, _, _ := strings.Cut(string(b), " ")
		ns, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += time.Duration(ns)
	}
	return sum
}

func startHost(t *testing.T, site, cert, key string, https bool) server {
	t.Helper()
	program := filepath.Join(t.TempDir(), "videoguida")
	if out, err := exec.Command("go", "build", "-o", program, "videoguida/cmd/videoguida").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	port := freePort(t)
	args := []string{"serve", "--site", site, "--addr", "127.0.0.1:" + port, "--host", "guida.example"}
	if https {
		args = append(args, "--tls-cert", cert, "--tls-key", key)
	}
	return start(t, port, https, exec.Command(program, args...))
}

// startNginx starts nginx with the shipped configuration, without its master
// process, so that the process that is measured does the work.
func startNginx(t *testing.T, site, cert, key string, https bool) server {
	t.Helper()
	dir := t.TempDir()
	s := Server{Host: "guida.example", Bind: "127.0.0.1", Listen: freePort(t), Root: site}
	if https {
		s.Cert, s.Key = cert, key
	}
	var conf strings.Builder
	if err := Write(&conf, "nginx", s); err != nil {
		t.Fatal(err)
	}
	main := `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; master_process off; pid ` + dir + `/pid; error_log stderr crit;
events {}
http { client_body_temp_path ` + dir + `; proxy_temp_path ` + dir + `; fastcgi_temp_path ` + dir + `; uwsgi_temp_path ` + dir + `; scgi_temp_path ` + dir + `;
keepalive_requests 1000000;
` + conf.String() + "}\n"
	path := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(path, []byte(main), 0o644); err != nil {
		t.Fatal(err)
	}
	return start(t, s.Listen, https, exec.Command("/usr/sbin/nginx", "-p", dir, "-c", path, "-e", "stderr"))
}

// start starts a server, waits until it listens and ends it with the test.
func start(t *testing.T, port string, https bool, cmd *exec.Cmd) server {
	t.Helper()
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
	})
	for range 200 {
		if c, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			c.Close()
			scheme := "http"
			if https {
				scheme = "https"
			}
			return server{scheme + "://guida.example:" + port, cmd.Process.Pid}
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s did not start", cmd.Path)
	return server{}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// pair writes a certificate and its key for guida.example.
func pair(t *testing.T) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"guida.example"}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for path, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return cert, key
}
