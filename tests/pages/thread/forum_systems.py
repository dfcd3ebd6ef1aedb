"""Shapes of topics as forum systems write them; see `forum_shapes`."""

from __future__ import annotations

from tests.pages.thread.forum_shapes import Shape

_MD = "{month} {d}, {year}"

SHAPES = (
    Shape(
        "phpbb 2",
        '<tr><td width="150" valign="top" class="row1"><span class="name"><a name="{id}"></a><b>{who}</b></span><br><span class="postdetails">{rank}<br><br>Joined: 03 Apr 2005<br>Posts: {count}<br>Location: {town}</span><br></td>'
        '<td class="row1" width="100%" valign="top"><table width="100%"><tr><td width="100%"><a href="viewtopic.php?p={id}#{id}"><img src="i.gif" alt="Post"></a><span class="postdetails">Posted: {when}<span class="gen">&nbsp;</span>&nbsp; &nbsp;Post subject: Lemon tree</span></td>'
        '<td nowrap><a href="posting.php?mode=quote&amp;p={id}"><img alt="Reply with quote" src="q.gif"></a></td></tr><tr><td colspan="2"><hr></td></tr><tr><td colspan="2"><span class="postbody">{words}</span><span class="gensmall"></span></td></tr></table></td></tr>'
        '<tr><td class="row1"><span class="nav"><a href="#top" class="nav">Back to top</a></span></td><td class="row1"><a href="profile.php?mode=viewprofile&amp;u={uid}"><img alt="View user\'s profile" src="p.gif"></a></td></tr><tr><td class="spaceRow" colspan="2"></td></tr>',
        '<table class="forumline" width="100%"><tr><th>Author</th><th>Message</th></tr>',
        "</table>",
        when="Wed {month} {dd}, {year} {n}:15 pm",
    ),
    Shape(
        "phpbb 3, a style of its own",
        '<table class="tablebg" width="100%"><tr class="row1"><td class="gensmall" valign="top"><a name="p{id}"></a><b class="postauthor">{who}</b></td><td class="gensmall"><div style="float: left;"><b>Post subject:</b> Re: Lemon tree</div><div style="float: right;"><b>Posted:</b> {when}</div></td></tr>'
        '<tr class="row1"><td valign="top" class="profile"><table><tr><td class="postdetails">{rank}</td></tr></table><span class="postdetails"><br><b>Joined:</b> Tue Apr 03, 2012 7:11 pm<br><b>Posts:</b> {count}<br><b>Location:</b> {town}</span></td><td valign="top"><div class="postbody">{words}</div></td></tr>'
        '<tr class="row1"><td class="profile"><strong><a href="#wrapheader">Top</a></strong></td><td><div class="gensmall"><a href="./memberlist.php?mode=viewprofile&amp;u={uid}">Profile</a> <a href="./posting.php?mode=quote&amp;p={id}">Reply with quote</a></div></td></tr></table>',
        '<div id="pagecontent">',
        "</div>",
        when="Wed {month} {dd}, {year} {n}:15 pm",
    ),
    Shape(
        "vbulletin 3",
        '<div id="edit{id}"><table id="post{id}" class="tborder" width="100%"><tr><td class="thead"><div class="normal" style="float:right">#<a href="showpost.php?p={id}"><strong>{n}</strong></a></div><div class="normal"><a name="post{id}"></a>{when}</div></td></tr>'
        '<tr><td class="alt2"><table width="100%"><tr><td nowrap><div id="postmenu_{id}"><a class="bigusername" href="member.php?u={uid}">{who}</a></div><div class="smallfont">{rank}</div></td><td valign="top" nowrap><div class="smallfont"><div>Join Date: Apr 2005</div><div>Location: {town}</div><div>Posts: {count}</div></div></td></tr></table></td></tr>'
        '<tr><td class="alt1" id="td_post_{id}"><div class="smallfont"><strong>Re: Lemon tree</strong></div><hr><div id="post_message_{id}">{words}</div><div>__________________<br>Grow what you eat.</div></td></tr>'
        '<tr><td class="alt1" align="right"><a href="newreply.php?do=newreply&amp;p={id}"><img alt="Reply With Quote" src="q.gif"></a></td></tr></table></div>',
        '<div id="posts">',
        "</div>",
        when="{mm}-{dd}-{year}, 0{n}:15 PM",
    ),
    Shape(
        "vbulletin 4",
        '<li class="postbitlegacy postbitim postcontainer old" id="post_{id}"><div class="posthead"><span class="postdate old"><span class="date">{when}</span></span><span class="nodecontrols"><a name="post{id}" href="showthread.php?1#post{id}" class="postcounter">#{n}</a></span></div>'
        '<div class="postdetails"><div class="userinfo"><div class="username_container"><div class="popupmenu memberaction"><a class="username offline popupctrl" href="member.php?{uid}-x" title="{who} is offline"><strong>{who}</strong></a></div></div><span class="usertitle">{rank}</span><dl class="userinfo_extra"><dt>Join Date</dt><dd>Apr 2011</dd><dt>Location</dt><dd>{town}</dd><dt>Posts</dt><dd>{count}</dd></dl></div>'
        '<div class="postbody"><div class="postrow"><h2 class="title icon">Re: Lemon tree</h2><div class="content"><div id="post_message_{id}"><blockquote class="postcontent restore">{words}</blockquote></div></div></div></div></div><div class="postfoot"><a href="newreply.php?p={id}" class="newreply">Reply With Quote</a></div></li>',
        '<div id="postlist" class="postlist restrain"><ol id="posts" class="posts">',
        "</ol></div>",
        when="{mm}-{dd}-{year}, 0{n}:15 PM",
    ),
    Shape(
        "vbulletin 5",
        '<li data-node-id="{id}" class="b-post js-post js-comment-entry" itemscope itemtype="http://schema.org/Comment"><div class="b-post__body"><div class="b-post__grid-container"><div class="b-userinfo" itemprop="author" itemscope itemtype="http://schema.org/Person"><div class="author"><strong><a href="/member/{uid}-x"><span itemprop="name">{who}</span></a></strong></div><div class="usertitle">{rank}</div><ul class="b-userinfo__additional-info-wrapper"><li><label>Join Date:</label> <span>Apr 2011</span></li><li><label>Posts:</label> <span>{count}</span></li></ul></div>'
        '<div class="b-post__content js-post__content"><div class="b-post__arrow"></div><a class="b-post__count" href="#post{id}">#{n}</a><div class="b-post__timestamp"><time itemprop="dateCreated" datetime="{iso}T12:15:00">{when}</time></div><div class="js-post__content-text OLD__post-content-padding restore" itemprop="text">{words}</div></div></div></div></li>',
        '<ul class="conversation-list list-container h-clearfix thread-view">',
        "</ul>",
        when="{mm}-{dd}-{year}, 0{n}:15 PM",
    ),
    Shape(
        "smf 1",
        '<tr><td class="windowbg"><table width="100%"><tr><td valign="top" width="16%" rowspan="2"><b><a href="index.php?action=profile;u={uid}" title="View the profile of {who}">{who}</a></b><div class="smalltext">{rank}<br><br>Posts: {count}<br></div></td>'
        '<td valign="top" width="85%"><table width="100%"><tr><td valign="middle"><div style="font-weight: bold;" id="subject_{id}"><a href="index.php?topic=9.msg{id}">Lemon tree</a></div><div class="smalltext">&#171; <b>Reply #{n} on:</b> {when} &#187;</div></td><td align="right" class="smalltext"><a href="index.php?action=post;quote={id}">Quote</a></td></tr></table><hr><div class="post">{words}</div></td></tr>'
        '<tr><td class="smalltext"><table><tr><td align="right" class="smalltext"><a href="index.php?action=reporttm;msg={id}">Report to moderator</a> Logged</td></tr></table><hr><div class="signature">Grow what you eat.</div></td></tr></table></td></tr>',
        '<form id="quickModForm"><table width="100%" class="bordercolor">',
        "</table></form>",
        when="{month} {dd}, {year}, 0{n}:15:09 PM",
    ),
    Shape(
        "smf 2",
        '<div class="windowbg"><div class="post_wrapper"><div class="poster"><h4><a href="index.php?action=profile;u={uid}" title="View the profile of {who}">{who}</a></h4><ul class="reset smalltext" id="msg_{id}_extra_info"><li class="membergroup">{rank}</li><li class="postcount">Posts: {count}</li></ul></div>'
        '<div class="postarea"><div class="flow_hidden"><div class="keyinfo"><h5 id="subject_{id}"><a href="index.php?topic=9.msg{id}">Lemon tree</a></h5><div class="smalltext">&#171; <strong>Reply #{n} on:</strong> {when} &#187;</div></div><ul class="reset smalltext quickbuttons"><li class="quote_button"><a href="#">Quote</a></li></ul></div><div class="post"><div class="inner" id="msg_{id}">{words}</div></div></div><div class="moderatorbar"><div class="smalltext modified"></div><div class="signature">Grow what you eat.</div></div></div></div>',
        '<div id="forumposts"><form>',
        "</form></div>",
        when="{month} {dd}, {year}, 0{n}:15:09 PM",
    ),
    Shape(
        "invision 2",
        '<table cellspacing="1" class="ipbtable" id="post-{id}"><tr><td valign="middle" class="row2" width="1%"><a name="entry{id}"></a><div class="post-member"><span class="normalname"><a href="index.php?showuser={uid}">{who}</a></span></div></td><td class="row2" valign="middle" width="99%"><div style="float: left;"><span class="postdetails"> <img src="d.gif" alt="post"> {when}</span></div><div align="right"><span class="postdetails">Post <a href="#">#{n}</a></span></div></td></tr>'
        '<tr><td valign="top" class="post2"><span class="postdetails"><br>{rank}<br><br>Group: Members<br>Posts: {count}<br>Joined: 3-April 05<br>From: {town}<br>Member No.: {uid}</span></td><td width="100%" valign="top" class="post2" id="post-main-{id}"><div class="postcolor" id="post-{id}">{words}</div></td></tr>'
        '<tr><td class="formbuttonrow" nowrap><div>Offline</div></td><td class="formbuttonrow" nowrap align="right"><a href="#">Top</a> <a href="index.php?act=Post&amp;CODE=02">Quote Post</a></td></tr></table>',
        '<div class="borderwrap"><div class="maintitle">Lemon tree</div>',
        "</div>",
        when="{month} {d} {year}, 0{n}:15 PM",
    ),
    Shape(
        "invision 3",
        '<div class="post_block hentry clear clearfix" id="post_id_{id}"><div class="post_wrap"><h3 class="row2"><span class="post_id right"><a href="#entry{id}">#{n}</a></span><span class="author vcard"><a class="url fn name" href="/user/{uid}-x/">{who}</a></span></h3><div class="author_info"><ul class="basic_info"><li class="group_title">{rank}</li><li class="post_count desc">{count} posts</li></ul></div>'
        '<div class="post_body"><p class="posted_info desc lighter ipsType_small">Posted <abbr class="published" title="{iso}T10:15:00+00:00">{when}</abbr></p><div class="post entry-content">{words}</div></div><ul class="post_controls clear clearfix"><li><a href="#">Quote</a></li></ul></div></div>',
        '<div class="ipsBox"><div class="ipsBox_container" id="ips_Posts">',
        "</div></div>",
        when="{dd} {month} {year} - 0{n}:15 PM",
    ),
    Shape(
        "invision 4",
        '<article id="elComment_{id}" class="cPost ipsBox ipsComment ipsClearfix ipsColumns"><aside class="ipsComment_author cAuthorPane ipsColumn"><h3 class="ipsType_sectionHead cAuthorPane_author"><strong><a href="/profile/{uid}-x/" class="ipsType_break">{who}</a></strong></h3><ul class="cAuthorPane_info ipsList_reset"><li>{rank}</li><li>{count} posts</li></ul></aside>'
        '<div class="ipsColumn ipsColumn_fluid"><div id="comment-{id}_wrap" class="ipsComment_content ipsType_medium"><div class="ipsComment_meta ipsType_light"><a href="#c{id}">Posted <time datetime="{iso}T10:15:00Z" title="x">{when}</time></a></div><div class="cPost_contentWrap ipsPad"><div data-role="commentContent" class="ipsType_normal ipsType_richText ipsContained"><p>{words}</p></div><div class="ipsItemControls"><ul><li><a href="#">Quote</a></li></ul></div></div></div></div></article>',
        '<div class="cTopic ipsClear ipsSpacer_top"><form>',
        "</form></div>",
        when=_MD,
    ),
    Shape(
        "xenforo 1",
        '<li id="post-{id}" class="message" data-author="{who}"><div class="messageUserInfo"><div class="messageUserBlock"><h3 class="userText"><a href="members/x.{uid}/" class="username" dir="auto">{who}</a><em class="userTitle">{rank}</em></h3><div class="extraUserInfo"><dl class="pairsJustified"><dt>Joined:</dt><dd>Apr 3, 2011</dd></dl><dl class="pairsJustified"><dt>Messages:</dt><dd>{count}</dd></dl></div></div></div>'
        '<div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote class="messageText ugc baseHtml">{words}</blockquote></article></div><div class="messageMeta ToggleTriggerAnchor"><div class="privateControls"><span class="item muted"><span class="authorEnd"><a href="members/x.{uid}/" class="username author">{who}</a>,</span> <a href="threads/9/#post-{id}" class="datePermalink"><span class="DateTime" title="{when} at 5:15 PM">{when}</span></a></span></div><div class="publicControls"><a href="#">#{n}</a> <a href="#">Reply</a></div></div></div></li>',
        '<form class="InlineModForm section"><ol class="messageList" id="messageList">',
        "</ol></form>",
        when=_MD,
        body='class="Public NoJs LoggedOut Sidebar Responsive"',
    ),
    Shape(
        "xenforo 2",
        '<article class="message message--post js-post" data-author="{who}" data-content="post-{id}" id="js-post-{id}"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a href="/members/x.{uid}/" class="username">{who}</a></h4><h5 class="userTitle message-userTitle">{rank}</h5><dl class="pairs pairs--justified"><dt>Joined</dt><dd>Apr 3, 2011</dd></dl></section></div>'
        '<div class="message-cell message-cell--main"><div class="message-main"><header class="message-attribution"><div class="message-attribution-main"><a href="/threads/9/post-{id}" class="u-concealed"><time class="u-dt" datetime="{iso}T10:15:00+0000">{when}</time></a></div></header><div class="message-content"><article class="message-body js-selectToQuote"><div class="bbWrapper">{words}</div></article></div><footer class="message-footer"><a href="#">Reply</a></footer></div></div></div></article>',
        '<div class="block-body js-replyNewMessageContainer">',
        "</div>",
        when=_MD,
    ),
    Shape(
        "mybb",
        '<div class="post classic" id="post_{id}"><div class="post_author scaleimages"><div class="author_information"><strong><span class="largetext"><a href="member.php?action=profile&amp;uid={uid}">{who}</a></span></strong><br><span class="smalltext">{rank}<br></span></div><div class="author_statistics">Posts: {count}<br>Threads: 3<br>Joined: Apr 2011</div></div>'
        '<div class="post_content"><div class="post_head"><div class="float_right"><strong><a href="#pid{id}">#{n}</a></strong></div><span class="post_date">{when}</span></div><div class="post_body scaleimages" id="pid_{id}">{words}</div><div class="signature scaleimages">Grow what you eat.</div></div><div class="post_controls"><a href="newreply.php">Reply</a></div></div>',
        '<div id="posts_container"><div id="posts">',
        "</div></div>",
        when="{mm}-{dd}-{year}, 0{n}:15 PM",
    ),
    Shape(
        "fluxbb",
        '<div id="p{id}" class="blockpost rowodd"><h2><span><span class="conr">#{n}</span> <a href="viewtopic.php?pid={id}#p{id}">{when}</a></span></h2><div class="box"><div class="inbox"><div class="postbody"><div class="postleft"><dl><dt><strong><a href="profile.php?id={uid}">{who}</a></strong></dt><dd class="usertitle"><strong>{rank}</strong></dd><dd><span>From: {town}</span></dd><dd><span>Registered: 2011-04-03</span></dd><dd><span>Posts: {count}</span></dd></dl></div>'
        '<div class="postright"><h3>Re: Lemon tree</h3><div class="postmsg"><p>{words}</p></div></div></div></div><div class="inbox"><div class="postfoot clearb"><div class="postfootleft"><p><span>Offline</span></p></div><div class="postfootright"><ul><li><a href="#">Quote</a></li></ul></div></div></div></div></div>',
        '<div id="brdmain">',
        "</div>",
        when="{iso} 0{n}:15:09",
    ),
    Shape(
        "punbb 1.3",
        '<div class="post odd replypost"><div id="p{id}" class="posthead"><h3 class="hn post-ident"><span class="post-num">{n}</span> <span class="post-byline"><span>Reply by </span><a title="Go to the profile of {who}" href="/user/{uid}/">{who}</a></span> <span class="post-link"><a class="permalink" rel="bookmark" href="/post/{id}/#p{id}">{when}</a></span></h3></div>'
        '<div class="postbody"><div class="post-author"><ul class="author-ident"><li class="username"><a title="Go to the profile of {who}" href="/user/{uid}/">{who}</a></li><li class="usertitle"><span>{rank}</span></li></ul><ul class="author-info"><li><span>From: <strong>{town}</strong></span></li><li><span>Registered: <strong>2011-04-03</strong></span></li></ul></div><div class="post-entry"><h4 class="entry-title hn">Re: Lemon tree</h4><div class="entry-content"><p>{words}</p></div></div></div></div>',
        '<div class="main-content main-topic">',
        "</div>",
        when="{iso} 0{n}:15:09",
    ),
    Shape(
        "vanilla",
        '<li class="Item ItemComment Role_Member" id="Comment_{id}"><div class="Comment"><div class="Item-Header CommentHeader"><div class="AuthorWrap"><span class="Author"><a title="{who}" href="/profile/{uid}/x" class="PhotoWrap"><img src="a.png" alt="{who}"></a><a href="/profile/{uid}/x" class="Username">{who}</a></span><span class="AuthorInfo"><span class="MItem PostCount">Posts: {count}</span><span class="MItem RoleTitle">{rank}</span></span></div><div class="Meta CommentMeta CommentInfo"><span class="MItem DateCreated"><a href="#" class="Permalink"><time title="x" datetime="{iso}T10:15:00+00:00">{when}</time></a></span></div></div><div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">{words}</div><div class="Reactions">0 · Share on X</div></div></div></div></li>',
        '<div class="CommentsWrap"><ul class="MessageList DataList Comments">',
        "</ul></div>",
        when="{month} {d}",
        opening='<div id="Discussion_9" class="Item ItemDiscussion Role_Member"><div class="Discussion"><div class="Item-Header DiscussionHeader"><div class="AuthorWrap"><span class="Author"><a href="/profile/{uid}/x" class="Username">{who}</a></span><span class="AuthorInfo"><span class="MItem PostCount">Posts: {count}</span></span></div><div class="Meta DiscussionMeta"><span class="MItem DateCreated"><a href="#" class="Permalink"><time title="x" datetime="{iso}T10:15:00+00:00">{when}</time></a></span></div></div><div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent">{words}</div></div></div></div></div>',
    ),
    Shape(
        "discourse, for robots",
        '<div id="post_{n}" itemscope itemtype="http://schema.org/DiscussionForumPosting" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/x{uid}"><span itemprop="name">{who}</span></a></span><span class="crawler-post-infos"><time itemprop="datePublished" datetime="{iso}T10:15:00Z" class="post-time">{when}</time><span itemprop="position">{n}</span></span></div><div class="post" itemprop="articleBody"><p>{words}</p></div><div itemprop="interactionStatistic"><span class="post-likes">2 Likes</span></div></div>',
        '<div class="container">',
        "</div>",
        when=_MD + " 5:15pm",
    ),
    Shape(
        "bbpress",
        '<div id="post-{id}" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">{when}</span><a href="#post-{id}" class="bbp-reply-permalink">#{id}</a></div></div><div class="loop-item-1 user-id-{uid} post-{id} reply type-reply status-publish hentry odd"><div class="bbp-reply-author"><a href="/forums/user/x{uid}/" title="View {who}\'s profile" class="bbp-author-avatar"><img src="a.png" alt=""></a><br><a href="/forums/user/x{uid}/" class="bbp-author-name">{who}</a><br><div class="bbp-author-role">Participant</div></div><div class="bbp-reply-content"><p>{words}</p></div></div>',
        '<ul id="topic-9-replies" class="forums bbp-replies"><li class="bbp-body">',
        "</li></ul>",
        when="{month} {d}, {year} at 5:15 pm",
    ),
    Shape(
        "simple:press",
        '<div id="post{id}" class="spTopicPostSection spOdd"><div class="spPostUserSection"><div class="spAvatar"><img alt="" src="a.png"></div><div class="spPostUserName"><a href="/profile/x{uid}">{who}</a></div><div class="spPostUserLocation">{town}</div><div class="spPostUserRank">{rank}</div><div class="spPostUserPosts">Forum Posts: {count}</div><div class="spPostUserRegistered">Member Since: <br>April 3, 2011</div></div>'
        '<div class="spPostSection"><div class="spPostActionSection"><div class="spPostIndex">{n}</div><div class="spPostUserDate">{when}</div></div><div class="spPostContentSection"><div class="spPostContent"><p>{words}</p></div></div></div></div>',
        '<div class="spListSection spPostsListSection">',
        "</div>",
        when="{month} {d}, {year}<br>5:15 pm",
    ),
    Shape(
        "yabb",
        '<table class="bordercolor" width="100%"><tr><td class="windowbg" valign="top" width="140"><a name="{id}"></a><a href="YaBB.pl?action=viewprofile;username=x{uid}"><b>{who}</b></a><br><span class="small">{rank}<br>Offline<br><br>Posts: {count}<br>{town}</span></td><td class="windowbg" valign="top"><div><b>Re: Lemon tree</b><br><span class="small">Reply #{n} - {when}</span></div><hr><div class="message">{words}</div></td></tr><tr><td class="windowbg"><a href="#">Back to top</a></td><td class="windowbg"><span class="small">IP Logged</span></td></tr></table>',
        '<div id="maincontainer">',
        "</div>",
        when="{month} {dd}th, {year} at 5:15pm",
    ),
    Shape(
        "drupal forum",
        '<div id="post-{id}" class="forum-post clearfix even posted-by-viewer"><div class="forum-post-info clearfix"><div class="forum-posted-on">{when}</div><span class="forum-post-number"><a href="#comment-{id}">#{n}</a></span></div><div class="forum-post-wrapper"><div class="forum-post-panel-sub"><div class="author-pane"><div class="author-pane-inner"><div class="author-pane-name-status author-pane-section"><div class="author-pane-line author-name"><a href="/user/{uid}" title="View user profile.">{who}</a></div><div class="author-pane-line author-offline">Offline</div></div><div class="author-pane-line author-joined"><span class="author-pane-label">Last seen:</span> 3 years ago</div></div></div></div><div class="forum-post-panel-main clearfix"><div class="forum-post-content"><div class="field field-name-comment-body"><p>{words}</p></div></div></div></div><div class="forum-post-footer clearfix"><ul class="links"><li><a href="/user/login">Log in to post comments</a></li></ul></div></div>',
        '<div id="forum-comments" class="comment-wrapper">',
        "</div>",
        when="Wed, {mm}/{dd}/{year} - 1{n}:15",
    ),
    Shape(
        "lithium",
        '<div class="lia-message-view-display lia-component-message-view lia-thread-reply message-uid-{id}"><div class="MessageView lia-message-view-forum-message" id="messageview_{n}"><div class="lia-quilt lia-quilt-forum-message"><div class="lia-quilt-row-header"><div class="lia-message-author-avatar"><a class="UserAvatar lia-link-navigation" href="/t5/user/viewprofilepage/user-id/{uid}"><img alt="{who}" src="a.png"></a></div><div class="lia-message-author-with-avatar"><span class="UserName lia-user-name"><a class="lia-link-navigation lia-page-link lia-user-name-link" href="/t5/user/viewprofilepage/user-id/{uid}"><span class="">{who}</span></a></span></div><div class="lia-message-author-rank">{rank}</div><div class="lia-message-post-date"><span class="DateTime"><span class="local-date">‎{when}</span></span></div></div><div class="lia-quilt-row-main"><div class="lia-message-body"><div class="lia-message-body-content"><p>{words}</p></div></div></div><div class="lia-quilt-row-footer"><span class="lia-kudos">{n} Kudos</span> <a class="lia-button" href="#">Reply</a></div></div></div></div>',
        '<div class="lia-quilt-column-main-content"><div class="lia-component-message-list">',
        "</div></div>",
        when="{mm}-{dd}-{year} 0{n}:15 PM",
    ),
    Shape(
        "jive",
        '<li class="reply clearfix jive-odd"><div class="jive-thread-reply-message" id="{id}"><div class="jive-author"><a href="/people/x{uid}" class="jive-author-avatar"><img alt="{who}" src="a.png"></a><span class="jive-author-name"><a href="/people/x{uid}" class="jiveTT-hover-user jive-username-link">{who}</a></span><em>{rank}</em></div><div class="jive-thread-post-details"><div class="jive-thread-post-subject"><span><a href="/message/{id}#{id}" class="localeReplyNumber">{n}.</a> <strong>Re: Lemon tree</strong></span> <span class="jive-thread-post-date">{when}</span></div></div><div class="jive-thread-reply-body"><div class="jive-rendered-content"><p>{words}</p></div></div><div class="jive-thread-reply-btn"><a href="#">Reply</a> <a href="#">Like (0)</a></div></div></li>',
        '<div id="jive-thread-messages-container"><ul class="jive-discussion-replies">',
        "</ul></div>",
        when="{month} {d}, {year} 5:15 PM",
    ),
    Shape(
        "telligent",
        '<li class="content-item forum-thread-reply"><div class="full-post-container"><div class="post-author"><span class="avatar"><a href="/members/x{uid}"><img src="a.png" alt=""></a></span><span class="user-name"><a href="/members/x{uid}">{who}</a></span></div><div class="post-metadata"><div class="post-date"><span class="value">{when}</span></div></div><div class="full-post"><div class="post-content user-defined-markup"><p>{words}</p></div></div><div class="post-actions"><a href="#">Reply</a></div></div></li>',
        '<div class="content-fragment threaded-discussion"><ul class="content-list">',
        "</ul></div>",
        when="{d} {month} {year} 5:15 PM",
    ),
    Shape(
        "yuku",
        '<div class="post-row"><div class="poster-data"><h6 class="author"><a class="user-name" href="http://x{uid}.u.example.org">{who}</a></h6><p class="user-title">{rank}</p><dl><dt>Posts:</dt><dd>{count}</dd><dt>Registered:</dt><dd>04/03/05</dd></dl></div><div class="post-data"><p class="thread-info"><strong>Lemon tree</strong> <a href="#{id}">#{n}</a> <span class="date">[{when}]</span></p><div class="post-body"><div class="scrolling">{words}</div></div></div></div>',
        '<div id="viewtopic">',
        "</div>",
        when="{month} {d} {year} 5:15 PM",
    ),
    Shape(
        "proboards 4",
        '<table width="100%" class="bordercolor"><tr><td class="windowbg" width="20%" valign="top"><a name="{id}"></a><a href="index.cgi?action=viewprofile&amp;user=x{uid}"><font color="green">{who}</font></a><br><font size="1">{rank}<br><br>member is offline<br><br>Joined: Apr 2005<br>Gender: Female<br>Posts: {count}<br>Location: {town}</font></td><td class="windowbg" valign="top"><table width="100%"><tr><td><b>Re: Lemon tree</b><br><font size="1">&#171; Reply #{n} on {when} &#187;</font></td></tr></table><hr><font size="2">{words}</font></td></tr></table>',
        "<div><center>",
        "</center></div>",
        when="{month} {d}, {year}, {n}:15pm",
    ),
    Shape(
        "proboards 5",
        '<tr class="item post-{id} even post" id="post-{id}"><td class="left-panel"><div class="mini-profile"><a class="user-link user-{uid}" href="/user/{uid}" title="@x{uid}" itemprop="url"><span itemprop="name">{who}</span></a><br>{rank}<div class="info">Posts: {count}</div></div></td><td class="content"><article><div class="content-head"><span class="info"><a href="/post/{id}/thread"><abbr class="o-timestamp time" data-timestamp="15210{n}0000000" title="{when}">{when}</abbr></a></span><span class="controls"><a href="#">Quote</a></span></div><div class="message">{words}</div><div class="foot">Last Edit: Mar 22, 2018 8:11:00 GMT by {who}</div></article></td></tr>',
        '<div class="container posts"><table class="list"><tbody>',
        "</tbody></table></div>",
        when="{month} {d}, {year} 1{n}:15:30 GMT",
    ),
    Shape(
        "woltlab 3",
        '<li id="post{id}" class="anchorFixedHeader"><article class="wbbPost message messageSidebarOrientationLeft jsMessage" data-post-id="{id}"><aside class="messageSidebar member"><div class="messageAuthor"><div class="messageAuthorContainer"><a href="/user/{uid}-x/" class="username userLink"><span itemprop="name">{who}</span></a></div><div class="userTitle"><span class="badge userTitleBadge">{rank}</span></div></div><div class="userCredits"><dl class="plain dataList"><dt>Posts</dt><dd>{count}</dd></dl></div></aside><div class="messageContent"><header class="messageHeader"><ul class="inlineList messageHeaderMetaData"><li><a href="#post{id}" class="permalink messagePublicationTime"><time datetime="{iso}T10:15:00+01:00" class="datetime">{when}</time></a></li></ul><ul class="messageStatus"></ul></header><div class="messageBody"><div class="messageText"><p>{words}</p></div></div><footer class="messageFooter"><ul class="messageFooterButtons"><li>Quote</li></ul></footer></div></article></li>',
        '<div class="section"><ul class="wbbThreadPostList messageList">',
        "</ul></div>",
        when=_MD,
    ),
    Shape(
        "ubb.threads",
        '<tr><td colspan="2" class="tdheader"><span class="fr"><a href="ubbthreads.php?ubb=showflat#Post{id}">#{id}</a> - <span class="date">{mm}/{dd}/18</span> <span class="time">0{n}:15 PM</span></span> Re: Lemon tree [<a href="#">Re: gartenfee</a>]</td></tr><tr><td width="15%" valign="top" class="author-content alt-1"><span class="author"><a href="ubbthreads.php?ubb=showprofile&amp;User={uid}"><span class="username">{who}</span></a></span><br>{rank}<br><br>Registered: 04/03/05<br>Posts: {count}<br>Loc: {town}</td><td width="85%" class="post-content alt-1" valign="top"><div class="post_inner"><div id="body{n}">{words}</div></div></td></tr><tr><td class="post-options" colspan="2"><a href="#">Top</a> <a href="#">Reply</a> <a href="#">Quote</a></td></tr>'.replace("{mm}/{dd}/18", "{when}"),
        '<table class="t_outer" width="100%"><tr><td><table class="t_inner" width="100%">',
        "</table></td></tr></table>",
        when="{mm}/{dd}/{year}",
    ),
    Shape(
        "phorum",
        '<div class="message"><div class="generic"><table><tr><td width="100%"><div class="message-author icon-user"><a href="profile.php?1,{uid}">{who}</a></div><small><strong>Re: Lemon tree</strong><br>{when}</small></td><td class="message-user-info" nowrap>Registered: 12 years ago<br>Posts: {count}</td></tr></table></div><div class="message-body">{words}<div class="message-options"><a class="icon icon-comment-add" href="posting.php?1,9,{id}">Reply</a> <a href="posting.php?1,9,{id},quote=1">Quote</a></div></div></div>',
        '<div id="phorum">',
        "</div>",
        when="{month} {dd}, {year} 05:15PM",
    ),
    Shape(
        "snitz",
        '<tr><td bgcolor="#eee" valign="top"><p><font face="Verdana" size="2"><b><a name="{id}"></a><a href="pop_profile.asp?mode=display&amp;id={uid}">{who}</a></b></font><br><font size="1"><small>{rank}</small></font><br><br><font size="1"><small>{town}</small></font><br><font size="1"><small>{count} Posts</small></font></p></td><td bgcolor="#eee" valign="top"><font color="navy" size="1">Posted - {when}&nbsp;<a href="post.asp?method=ReplyQuote&amp;REPLY_ID={id}"><img alt="Reply with Quote" src="r.gif"></a></font><hr><font face="Verdana" size="2">{words}</font></td></tr>',
        '<table border="0" width="95%"><tr><td><b>Author</b></td><td><b>Topic</b></td></tr>',
        "</table>",
        when="{dd} {month} {year} : 1{n}:15:20",
    ),
    Shape(
        "dotnetnuke",
        '<div class="dcf-topic-reply" id="dnn_ctr_reply_{id}"><div class="af-post-header"><span class="af-postdate">{when}</span><div class="af-post-ctrls"><a href="#">Quote</a> <a href="#">Reply</a></div></div><div class="af-post-user"><a class="af-profile-link" href="/Activity-Feed/userId/{uid}">{who}</a><div class="af-rank">{rank}</div><span>Posts:{count}</span></div><div class="af-post-body"><span class="af-body">{words}</span></div></div>',
        '<div class="dcf-posts" id="dnn_ctr381_ModuleContent">',
        "</div>",
        when="{d} {month} {year} 05:15 PM",
    ),
    Shape(
        "questions and answers",
        '<div id="answer-{id}" class="answer" data-answerid="{id}"><div class="votecell"><span class="vote-count-post">{n}</span></div><div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>{words}</p></div><div class="post-signature"><div class="user-info"><div class="user-action-time">answered <span title="{iso} 10:15:00Z" class="relativetime">{when}</span></div><div class="user-details"><a href="/users/{uid}/x">{who}</a><div class="-flair"><span class="reputation-score">{count}</span></div></div></div></div></div></div>',
        '<div id="mainbar">',
        "</div>",
        when="{month} {d} '18 at 10:15",
        opening='<div class="question" id="question" data-questionid="9"><div class="votecell"><span class="vote-count-post">{n}</span></div><div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>{words}</p></div><div class="post-signature owner"><div class="user-info"><div class="user-action-time">asked <span title="{iso} 10:15:00Z" class="relativetime">{when}</span></div><div class="user-details"><a href="/users/{uid}/x">{who}</a></div></div></div></div></div><div id="answers"><h2>4 Answers</h2></div>',
    ),
    Shape(
        "links and talk, old",
        '<div class="thing id-t1_e{id} noncollapsed comment" id="thing_t1_e{id}" data-fullname="t1_e{id}"><div class="entry unvoted"><p class="tagline"><a href="#" class="expand">[–]</a><a href="https://r.example.org/user/x{uid}" class="author may-blank">{who}</a> <span class="score unvoted">{n} points</span> <time title="x" datetime="{iso}T10:15:00+00:00" class="live-timestamp">{when}</time></p><form class="usertext"><div class="usertext-body"><div class="md"><p>{words}</p></div></div></form><ul class="flat-list buttons"><li class="first"><a href="#">permalink</a></li><li><a href="#">reply</a></li></ul></div></div>',
        '<div class="commentarea"><div class="sitetable nestedlisting">',
        "</div></div>",
        when="{n} years ago",
    ),
    Shape(
        "hacker news",
        '<tr class="athing comtr" id="{id}"><td><table border="0"><tr><td class="ind" indent="0"><img src="s.gif" width="0"></td><td valign="top" class="votelinks"></td><td class="default"><div><span class="comhead"><a href="user?id=x{uid}" class="hnuser">{who}</a> <span class="age" title="{iso}T10:15:00"><a href="item?id={id}">{when}</a></span></span></div><br><div class="comment"><span class="commtext c00">{words}</span><div class="reply"><p><font size="1"><u><a href="reply?id={id}">reply</a></u></font></p></div></div></td></tr></table></td></tr>',
        '<center><table id="hnmain"><tr><td><table border="0" class="comment-tree">',
        "</table></td></tr></table></center>",
        when="on {month} {d}, {year}",
    ),
    Shape(
        "patients' talk, answers named by whom they answer",
        '<div class="reply"><div class="reply__header"><a class="reply__author" href="/user/x{uid}">{who}</a> <span class="reply__to">in reply to gartenfee</span> <time datetime="{iso}T10:15:00">{when}</time></div><div class="reply__body"><p>{words}</p></div><div class="reply__actions"><button>Like ({n})</button> <button>Reply</button> <button>Report</button></div></div>',
        '<section class="replies"><h2>5 Replies</h2>',
        "</section>",
        when="{n} years ago",
    ),
    Shape(
        "tables without names",
        '<tr bgcolor="#f0f0f0"><td width="120" valign="top"><b>{who}</b><br><small>{rank}</small></td><td valign="top"><small>{when}</small><br><br>{words}<br><br><a href="post.cgi?quote={id}">Quote</a> <a href="post.cgi?reply={id}">Reply</a></td></tr>',
        '<table width="100%" cellpadding="4"><tr><th>Name</th><th>Message</th></tr>',
        "</table>",
        when="{dd}.{mm}.{year}, 1{n}:15",
    ),
    Shape(
        "a list of definitions",
        '<dt class="msghead"><strong>{who}</strong> wrote on <em>{when}</em></dt><dd class="msg">{words}</dd>',
        '<h2>Discussion board</h2><dl class="board">',
        "</dl>",
        when="{d} {month} {year}, 1{n}:15",
    ),
    Shape(
        "one that tells no day",
        '<div class="topic-entry"><div class="entry-side"><a href="/members/x{uid}"><img src="a.png" alt=""></a><a class="entry-who" href="/members/x{uid}">{who}</a><span class="entry-rank">{rank}</span></div><div class="entry-main"><p>{words}</p><div class="entry-bar"><a href="#">Reply</a> <a href="#">Quote</a></div></div></div>',
        '<div class="topic-thread">',
        "</div>",
        undated=True,
    ),
    Shape(
        "hashed names",
        '<div class="css-1x{n}ab"><div class="css-9ql"><a href="/profile/x{uid}" class="css-77a">{who}</a><span class="css-0ds">{when}</span></div><div class="css-5gh"><p>{words}</p></div><div class="css-3aa"><button>Reply</button><button>Report</button></div></div>'.replace("css-1x{n}ab", "css-1xab"),
        '<main class="css-2kk">',
        "</main>",
        when="{d} {month} {year}",
    ),
    Shape(
        "days whose order one of them tells, with an advertisement between the posts",
        '<li class="sujet-reponse" id="r{id}"><div class="tete"><span class="quand">{when}</span> <a href="#r{id}">#{n}</a></div><div class="qui"><a class="pseudo" href="/membre.php?id={uid}">{who}</a><dl><dt>Inscription</dt><dd>avril 2011</dd><dt>Messages</dt><dd>{count}</dd></dl></div><div class="dit"><p>{words}</p></div></li><li class="sujet-reponse" id="r9{id}"><div class="reklame"></div></li>',
        '<div class="with-sidebar"><ol class="sujet">',
        "</ol></div>",
        when="{dd}/{mm}/{year}, 1{n}h15",
        body='class="no-sidebar lang-fr"',
    ),
    Shape(
        "an opening post that is no reply",
        '<section class="antwort-block"><header><a href="/mitglied/x{uid}">{who}</a> <span class="zeit">{when}</span></header><div class="worte"><p>{words}</p></div><footer><a href="#">Zitieren</a> <a href="#">Melden</a></footer></section>',
        '<div class="frage-seite">',
        "</div>",
        when="{dd}.{mm}.{year} um 1{n}:15",
        opening='<div class="frage-block"><header><a href="/mitglied/x{uid}">{who}</a> <span class="zeit">{when}</span></header><div class="worte"><p>{words}</p></div></div>',
    ),
    Shape(
        "names marked as such, with links of no known form",
        '<div class="row item"><p><a class="u-name" href="/~x{uid}">{who}</a> <small title="x">{when}</small></p><div class="said">{words}</div></div>',
        '<div class="list">',
        "</div>",
        when="{d} {month} {year}",
    ),
    Shape(
        "days for a script to show",
        '<div class="resp" itemscope itemtype="http://schema.org/Answer"><div class="head"><a href="/personal/user/{uid}"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{who}</span></span></a><time itemprop="dateCreated" datetime="{iso}T00:00:00-06:00"></time></div><div class="resp_body" itemprop="text">{words}</div></div>',
        '<div class="answers">',
        "</div>",
    ),
)  # fmt: skip
