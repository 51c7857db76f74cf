// Judges FHIR resources: fhir.mjs MODULES FILE... Says a line "FILE: complaint" for each
// complaint of two judges: HL7's JSON schema of R4, and the R4 definitions as `fhir` reads them.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'any.js'));
const SchemaJudge = require('@asymmetrik/fhir-json-schema-validator');
const { Fhir } = require('fhir');

const schema = new SchemaJudge();
const definitions = new Fhir();

function complaints(resource) {
  const ofSchema = schema.validate(resource).map(
    (error) => `schema: ${error.dataPath} ${error.message}`);
  const ofDefinitions = definitions.validate(resource, { errorOnUnexpected: true }).messages
    .filter((message) => ['error', 'fatal'].includes(message.severity))
    .map((message) => `definitions: ${message.location} ${message.message}`);
  return [...ofSchema, ...ofDefinitions];
}

for (const file of files)
  for (const complaint of complaints(JSON.parse(fs.readFileSync(file, 'utf8'))))
    console.log(`${path.basename(file)}: ${complaint}`);
