// Package openapi holds the OpenAPI description of the REST API, generated from
// the .proto files.
package openapi

import _ "embed"

// Document is the description, OpenAPI 3.1 in JSON. Not to be changed.
//
//go:embed onrecord.openapi.json
var Document []byte
