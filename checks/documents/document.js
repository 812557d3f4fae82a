// A Markdown document with what the checks look at, each with its line.
import GithubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

const HTML_ANCHOR = /\b(?:id|name)="([^"]+)"/g;

/** {path, text, anchors: Set, links: [{url, line}], code: [{language, marker, value, line}], spans: [{value, line}]} */
export function readDocument(path, text) {
  const slugger = new GithubSlugger();
  const document = { path, text, anchors: new Set(), links: [], code: [], spans: [] };
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  visit(tree, (node) => {
    const line = node.position?.start.line;
    if (node.type === 'heading') document.anchors.add(slugger.slug(toString(node)));
    else if (node.type === 'html') for (const [, id] of node.value.matchAll(HTML_ANCHOR)) document.anchors.add(id);
    else if (['link', 'image', 'definition'].includes(node.type)) document.links.push({ url: node.url, line });
    else if (node.type === 'inlineCode') document.spans.push({ value: node.value, line });
    else if (node.type === 'code') document.code.push({ language: node.lang ?? '', marker: node.meta ?? '', value: node.value, line });
  });
  return document;
}
