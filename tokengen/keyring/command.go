// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"bufio"
	"crypto"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

// command is a key that another program holds.
type command struct {
	public ed25519.PublicKey
	argv   []string

	mu      sync.Mutex
	run     *exec.Cmd
	in      io.WriteCloser
	answers *bufio.Reader
}

// answerTime is how long a program may take to sign.
const answerTime = 10 * time.Second

// maxAnswer bounds a line of the program's output, bytes.
const maxAnswer = 256

// Command is a key in an HSM or a key service, reached through a program. The
// program is started once, at the first signature, and answers each line
// (a message, base64) with a line (its Ed25519 signature, base64); it ends when
// its input ends. What it writes to its standard error is passed on. Every
// signature is verified before it is used.
//
// docs/KEYS.md has a program for PKCS#11 tokens.
func Command(public ed25519.PublicKey, argv ...string) crypto.Signer {
	return &command{public: public, argv: argv}
}

// Public implements crypto.Signer.
func (c *command) Public() crypto.PublicKey { return c.public }

// Sign implements crypto.Signer; opts must be crypto.Hash(0), as for any
// Ed25519 key.
func (c *command) Sign(_ io.Reader, message []byte, opts crypto.SignerOpts) ([]byte, error) {
	if opts.HashFunc() != 0 {
		return nil, errors.New("keyring: Ed25519 signs messages, not digests")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	signature, err := c.ask(message)
	if err == nil && !ed25519.Verify(c.public, message, signature) {
		err = errors.New("the signature is not the key's")
	}
	if err != nil {
		c.end()
		return nil, fmt.Errorf("keyring: program %s: %w", c.argv[0], err)
	}
	return signature, nil
}

// ask sends one message and reads its signature.
func (c *command) ask(message []byte) ([]byte, error) {
	if err := c.start(); err != nil {
		return nil, err
	}
	late := time.AfterFunc(answerTime, func() { c.run.Process.Kill() })
	defer late.Stop()
	if _, err := io.WriteString(c.in, base64.StdEncoding.EncodeToString(message)+"\n"); err != nil {
		return nil, errors.New("it ended, or took more than ten seconds")
	}
	line, err := c.answers.ReadSlice('\n')
	if err != nil {
		return nil, errors.New("it gave no line of an answer in ten seconds")
	}
	signature := make([]byte, maxAnswer)
	n, err := base64.StdEncoding.Decode(signature, line[:len(line)-1])
	if err != nil || n != ed25519.SignatureSize {
		return nil, errors.New("its answer is not a signature in base64")
	}
	return signature[:n], nil
}

// start runs the program, unless it runs.
func (c *command) start() (err error) {
	if c.run != nil {
		return nil
	}
	run := exec.Command(c.argv[0], c.argv[1:]...)
	run.Stderr = os.Stderr
	if c.in, err = run.StdinPipe(); err != nil {
		return err
	}
	out, err := run.StdoutPipe()
	if err != nil {
		return err
	}
	c.answers = bufio.NewReaderSize(out, maxAnswer)
	if err := run.Start(); err != nil {
		return err
	}
	c.run = run
	return nil
}

// end stops the program; the next signature starts it again.
func (c *command) end() {
	if c.run == nil {
		return
	}
	c.in.Close()
	c.run.Process.Kill()
	c.run.Wait()
	c.run = nil
}
