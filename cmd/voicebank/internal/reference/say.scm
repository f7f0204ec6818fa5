; SPDX-FileCopyrightText: Videoguida authors
; SPDX-License-Identifier: EUPL-1.2

; Say a text with the Italian voice into a WAV file; print a line per phone:
; its name, the number of its word (0 of silence, whose name is #), its end in s.
(voice_lp_diphone)
(define (say text file)
  (let ((u (utt.synth (eval (list 'Utterance 'Text text)))) (n 0))
    (utt.wave.rescale u 0.4)
    (utt.save.wave u file 'riff)
    (set! n 0)
    (let ((t (utt.relation.first u 'Token)))
      (while t
        (item.set_feat t "number" n)
        (set! n (+ n 1))
        (set! t (item.next t))))
    (format t "words %d\n" n)
    (let ((s (utt.relation.first u 'Segment)))
      (while s
        (format t "%s %s %f\n" (item.name s)
          (item.feat s "R:SylStructure.parent.parent.R:Token.parent.number")
          (item.feat s 'end))
        (set! s (item.next s))))))
