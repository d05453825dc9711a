package link

import (
	"context"
	"net"
)

// DialWith has an engine make its connections in another way, such as over a
// network in memory, whose time a test can hold.
func (e *Engine) DialWith(dial func(ctx context.Context, network, addr string) (net.Conn, error)) {
	for _, t := range []transports{e.strict, e.lax} {
		t.warm.DialContext, t.fresh.DialContext = dial, dial
	}
}
