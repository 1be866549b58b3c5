using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Entente.Intake;

/// <summary>What an element of a page is for, by its tag and by what its author called it.</summary>
[Flags]
internal enum HtmlRole
{
    /// <summary>Nothing is known.</summary>
    None = 0,

    /// <summary>Menus, headers and footers of the site.</summary>
    Navigation = 1,

    /// <summary>Related reports, advertisements, share and newsletter boxes.</summary>
    Aside = 2,

    /// <summary>What readers wrote.</summary>
    Comments = 4,

    /// <summary>Fields to fill in.</summary>
    Form = 8,

    /// <summary>Not shown.</summary>
    Hidden = 16,

    /// <summary>Who wrote it.</summary>
    Byline = 32,

    /// <summary>When it was published.</summary>
    Date = 64,

    /// <summary>The words of a picture.</summary>
    Caption = 128,

    /// <summary>Tags and topics.</summary>
    Tags = 256,

    /// <summary>The path of sections.</summary>
    Breadcrumb = 512,

    /// <summary>The report's body.</summary>
    Body = 1024,

    /// <summary>The lead below the headline.</summary>
    Lead = 2048,

    /// <summary>The headline.</summary>
    Title = 4096,

    /// <summary>A picture with its words.</summary>
    Figure = 8192,

    /// <summary>What is never a part of the body.</summary>
    Chrome = Navigation | Aside | Comments | Form | Hidden | Byline | Date | Caption | Tags | Breadcrumb | Title | Figure,
}

/// <summary>Tells roles by tags and by the words of classes and ids.</summary>
internal sealed partial class HtmlRoles
{
    private readonly Dictionary<string, HtmlRole> _byName = [];

    /// <summary>The roles of an element.</summary>
    public HtmlRole Of(IElement element)
    {
        var role = OfTag(element) | OfState(element);
        var names = element.ClassName;
        if (element.Id is { Length: > 0 } id) names = names is null ? id : $"{names} {id}";
        return string.IsNullOrEmpty(names) || element.LocalName is "html" or "body" ? role : role | OfName(names);
    }

    private static HtmlRole OfTag(IElement element) => element.LocalName switch
    {
        "nav" or "menu" or "footer" => HtmlRole.Navigation,
        "aside" => HtmlRole.Aside,
        "form" or "button" or "input" or "label" or "fieldset" => HtmlRole.Form,
        "dialog" => HtmlRole.Hidden,
        "time" => HtmlRole.Date,
        "address" => HtmlRole.Byline,
        "figcaption" => HtmlRole.Caption,
        "figure" or "picture" => HtmlRole.Figure,
        "h1" => HtmlRole.Title,
        _ => HtmlRole.None,
    };

    private static HtmlRole OfState(IElement element)
    {
        var role = HtmlRole.None;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") role |= HtmlRole.Hidden;
        if (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style)) role |= HtmlRole.Hidden;
        role |= element.GetAttribute("role") switch
        {
            "navigation" or "banner" or "contentinfo" or "menu" or "search" => HtmlRole.Navigation,
            "complementary" => HtmlRole.Aside,
            "dialog" or "alertdialog" => HtmlRole.Hidden,
            _ => HtmlRole.None,
        };
        return role | element.GetAttribute("itemprop") switch
        {
            "articleBody" => HtmlRole.Body,
            "author" or "creator" => HtmlRole.Byline,
            "datePublished" or "dateModified" or "dateCreated" => HtmlRole.Date,
            "keywords" => HtmlRole.Tags,
            "headline" => HtmlRole.Title,
            "caption" => HtmlRole.Caption,
            "comment" => HtmlRole.Comments,
            _ => HtmlRole.None,
        };
    }

    private HtmlRole OfName(string names)
    {
        if (_byName.TryGetValue(names, out var role)) return role;
        var words = StateName().Replace(Hump().Replace(names, "$1-$2").ToLowerInvariant().Replace('_', '-'), "");
        if (AsideName().IsMatch(words)) role |= HtmlRole.Aside;
        if (NavigationName().IsMatch(words)) role |= HtmlRole.Navigation;
        if (CommentsName().IsMatch(words)) role |= HtmlRole.Comments;
        if (HiddenName().IsMatch(words)) role |= HtmlRole.Hidden;
        if (BylineName().IsMatch(words)) role |= HtmlRole.Byline;
        if (DateName().IsMatch(words)) role |= HtmlRole.Date;
        if (CaptionName().IsMatch(words)) role |= HtmlRole.Caption;
        if (TagsName().IsMatch(words)) role |= HtmlRole.Tags;
        if (BreadcrumbName().IsMatch(words)) role |= HtmlRole.Breadcrumb;
        if (BodyName().IsMatch(words)) role |= HtmlRole.Body;
        if (LeadName().IsMatch(words)) role |= HtmlRole.Lead;
        return _byName[names] = role;
    }

    // What a region has or belongs to says nothing of what it is: has-sidebar, WordPress' category-x and tag-y.
    [GeneratedRegex(@"(?<!\S)(?:(?:has|no|with|is|js|type|format|status|category|tag|post-tag|single|wp-image)-\S+|post-\d+|\S*-with-\S+)(?!\S)")]
    private static partial Regex StateName();

    [GeneratedRegex(@"([a-z0-9])([A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"(?<![a-z])(?:related\w*|recommend\w*|recirc\w*|more-?(?:from|stories|news|on|articles|coverage|like|in|to)|read-?(?:more|next|also)|also-?read|see-?also|up-?next|(?:next|prev|previous)-?(?:post|article|story)?|most-?(?:read|popular|viewed|recent|shared)|popular|trending|latest|promo\w*|teaser\w*|side-?bar\w*|rail|widget\w*|share\w*|sharing\w*|addthis\w*|addtoany\w*|social\w*|sociable|follow\w*|subscribe|subscriptions?|subscribe-\w+|newsletter\w*|sign-?(?:up|in)|log-?in|regist\w*|ads?|advert\w*|ad-?(?:slot|unit|container|wrapper|box|block|label)\w*|dfp\w*|sponsor\w*|taboola\w*|outbrain\w*|zergnet\w*|mgid\w*|cookies?|consent\w*|gdpr|banner\w*|pop-?up\w*|modal\w*|overlay\w*|lightbox\w*|tool-?bar\w*|tools|donat\w*|membership|survey|poll|quiz|playlist\w*|player\w*|jw-?player\w*|video-?(?:player|js|wrapper|container)\w*|carousel\w*|slider\w*|author-?(?:bio|box|info|card|profile|block|about|description)\w*|bio|about-?(?:the-)?author|contributors?|copyright\w*|disclaimer\w*|cta|call-?to-?action|pull-?quote\w*|fact-?box|info-?box|trust\w*|rating\w*|shop\w*|buy|product-?(?:card|box)\w*|toc|table-?of-?contents|tooltip\w*|credits?|correction-?form|app-?(?:download|store|banner)\w*|you-?may\w*|suggest\w*|similar\w*|linked-?stor\w*|twitter-?(?:tweet|embed)\w*|tweet\w*|instagram-\w*|tiktok-\w*|fb-post|embed(?:ded)?-?(?:tweet|social|twitter|instagram))(?![a-z])")]
    private static partial Regex AsideName();

    [GeneratedRegex(@"(?<![a-z])(?:menu\w*|nav|navbar|navigation|sub-?nav|main-?nav|pagination|pager|(?:site|page|global|main)-?(?:footer|header)|footer|masthead|skip-?(?:link|to|nav)\w*|top-?bar|off-?canvas)(?![a-z])")]
    private static partial Regex NavigationName();

    [GeneratedRegex(@"(?<![a-z])(?:comments?|comment-?(?:list|respond|form|section|area|body|content|count)s?|disqus\w*|respond|repl(?:y|ies)|discussion|fb-comments|livefyre|coral-?talk|viafoura)(?![a-z])")]
    private static partial Regex CommentsName();

    [GeneratedRegex(@"(?<![a-z])(?:hidden|hide|d-none|sr-?only|screen-?reader(?:-text)?|visually-?hidden|visuallyhidden|a11y|print-?only|no-?print|noscript)(?![a-z])")]
    private static partial Regex HiddenName();

    [GeneratedRegex(@"(?<![a-z])(?:by-?lines?|by|authors?|author-?(?:name|names|link|line)|writer|reporter|journalist|posted-by|article-?meta|entry-?meta|post-?meta|meta|meta-?(?:data|info)|dateline-?block)(?![a-z])")]
    private static partial Regex BylineName();

    [GeneratedRegex(@"(?<![a-z])(?:date|dates|datetime|date-?(?:time|line|published|created|posted|stamp)|time-?stamp|timestamp|pub-?date|publish(?:ed)?(?:-?(?:date|time|on|at))?|posted(?:-on)?|updated|modified|last-?(?:updated|modified)|article-?(?:date|time)|created(?:-at)?)(?![a-z])")]
    private static partial Regex DateName();

    [GeneratedRegex(@"(?<![a-z])(?:caption\w*|figcaption|wp-caption(?:-text)?|photo-?(?:credit|caption|text|desc\w*|by\w*)|image-?(?:credit|caption|text|desc\w*|source)|img-?(?:credit|caption|desc)|media-?(?:credit|caption)|picture-?(?:credit|caption)|credit|credits|cutline|legend|legende|bildunterschrift)(?![a-z])")]
    private static partial Regex CaptionName();

    [GeneratedRegex(@"(?<![a-z])(?:tags?|tag-?(?:list|cloud|links?|container|wrapper)|post-?tags|entry-?tags|article-?tags|topics?|topic-?(?:list|tags)|keywords?|categor(?:y|ies)|cat-?links|labels?)(?![a-z])")]
    private static partial Regex TagsName();

    [GeneratedRegex(@"(?<![a-z])(?:bread-?crumbs?|crumbs?|breadcrumb-?\w*|you-?are-?here)(?![a-z])")]
    private static partial Regex BreadcrumbName();

    [GeneratedRegex(@"(?<![a-z])(?:(?:article|story|post|entry|news|content|main|page|single|detail)-{0,2}(?:body|content|text|copy|txt|main|inner|detail)\w*|body-?(?:copy|text|content)|articlebody|storybody|storytext|articletext|paywall-?content|wysiwyg|rich-?text|the-?content|td-post-content|entry)(?![a-z])")]
    private static partial Regex BodyName();

    [GeneratedRegex(@"(?<![a-z])(?:dek|deck|stand-?first|sub-?(?:title|head|heading|headline|hed|line)|leads?|lede|lead-?(?:text|paragraph)|intro\w*|summary|excerpt|teaser-?text|article-?(?:summary|lead|intro|description|subtitle|dek)|tagline|chapeau|vorspann|abstract|kicker-?text|synopsis|strap-?line)(?![a-z])")]
    private static partial Regex LeadName();
}
