"""Names under which pages state their metadata, best first.

Source: Open Graph, schema.org (JSON-LD and microdata), Dublin Core, the `article:` properties, and names that
publishing systems and analytics tools use.
"""

from __future__ import annotations

import re

TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
OUTLET_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "article:publisher",
)
AUTHOR_NAMES = (
    "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "dcterms.creator",
    "article:author_name", "cxenseparse:author",
)  # fmt: skip
SUMMARY_NAMES = ("description", "og:description", "twitter:description", "dc.description")
PUBLISHED_NAMES = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.created", "dcterms.date", "dc.created", "sailthru.date", "parsely-pub-date",
    "article_date_original", "published_time", "publication_date", "publicationdate", "date", "pdate",
    "ptime", "displaydate", "cxenseparse:recs:publishtime", "originalpublicationdate", "rnews:datepublished",
    "article.published", "datecreated", "created",
)  # fmt: skip
UPDATED_NAMES = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "article.updated", "article:modified", "modified_time", "revised", "utime",
)  # fmt: skip
PUBLISHED_PROPERTIES = ("datePublished", "dateCreated")
UPDATED_PROPERTIES = ("dateModified",)
"""Properties of schema.org, in JSON-LD and microdata."""

NESTED_PROPERTIES = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
"""Properties of JSON-LD that hold further objects."""

NAME_PARTS = ("givenName", "additionalName", "familyName")
"""Properties of schema.org that together are a person's name, in its order."""

SITE_TYPE = re.compile(r"WebSite|Newspaper|Periodical|Blog$|NewsMediaOrganization")
"""Types of JSON-LD objects that an article is part of and whose name is its outlet."""

ARTICLE_PAGE_TYPE = re.compile(
    r"(?:Article|BlogPosting|Report|LiveBlog|NewsArticle|Review)(?: |$)|(?:^| )article(?: |$)"
)
FORUM_TYPE = re.compile(r"DiscussionForumPosting|QAPage|(?:^| )Question(?: |$)")
LISTING_TYPE = re.compile(r"CollectionPage|ItemList|SearchResultsPage")
PRODUCT_TYPE = re.compile(
    r"(?:^| )(?:Product|ProductGroup|product|og:product|product\.item)(?: |$)"
)
DOCUMENTATION_TYPE = re.compile(r"TechArticle|APIReference")
DOCUMENTATION_SYSTEM = re.compile(
    r"sphinx|docusaurus|mkdocs|vitepress|vuepress|gitbook|docsify|doxygen|javadoc|antora|hugo-book|readthedocs|mdbook|asciidoctor",
    re.IGNORECASE,
)
"""What types, and which of the systems that make pages (`<meta name=generator>`), say of the kind of a page."""

ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report|WebPage|LiveBlog|Posting|Review|VideoObject")
"""Types of JSON-LD objects that describe the page."""
