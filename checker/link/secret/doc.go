// Package secret knows the secrets that addresses carry: users and passwords,
// keys, tokens, sessions, signatures.
//
//	secret.Mask("see https://u:p@harbor.example/a?page=2&token=x1")
//	→ "see https://***@harbor.example/a?page=2&token=***"
//
// [Mask] blots them out of any text, for what people and files are shown: an
// address in a sentence, one inside another's query, one that is no valid
// address at all. It goes by what must be a secret, so that the number of a
// document stays readable. [Likely] goes by what may be one, for what must not be kept
// and be told to nobody; there a mistake costs little. All that Mask blots
// out is Likely too.
package secret
