#!/bin/sh
# Lucene as a peer of the benchmark; "make bench-peers" builds it.
exec java -Xmx2g -XX:-UseDynamicNumberOfCompilerThreads -XX:-UseDynamicNumberOfGCThreads -jar "$(dirname "$0")/../../../.build/peers/lucene/lucene-peer.jar" "$@"
