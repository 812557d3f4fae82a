// Writes the bill of materials and the list of licences from the parts that Maven and npm left in target/sbom/parts.
import { writeFileSync } from 'node:fs';
import { readParts, SBOM, shippedHashes, THIRD_PARTY } from './files.js';
import { thirdParty } from './licences.js';
import { dependenciesOf, mergedSbom, SHIPPED, useOf } from './sbom.js';

const { maven, npm } = readParts();
const sbom = mergedSbom(maven, npm, shippedHashes());
writeFileSync(SBOM, `${JSON.stringify(sbom, null, 2)}\n`);
writeFileSync(THIRD_PARTY, thirdParty(sbom));
const dependencies = dependenciesOf(sbom);
const shipped = dependencies.filter((component) => useOf(component) === SHIPPED).length;
console.log(`${dependencies.length} dependencies, ${shipped} of them in the functions: ${SBOM}, ${THIRD_PARTY}`);
