using Entente.Tests.Approved;
using NodaTime;
using Xunit;

namespace Entente.Tests.Actors;

/// <summary>Who is meant: by spelling, by surname, by office and day, by description, by pronoun.</summary>
public class ActorTests
{
    [Theory]
    [InlineData("Kyiv called for talks. Kiev had refused them before.", "UKR")]
    [InlineData("The European Union condemned the raid. The EU had warned of it.", "european-union")]
    [InlineData("Volodymyr Zelensky visited Paris. Volodymyr Zelenskyy met Emmanuel Macron there.", "volodymyr-zelenskyy|volodymyr-zelensky")]
    [InlineData("Recep Tayyip Erdoğan visited Paris. Recep Tayyip Erdogan met Emmanuel Macron there.", "recep-tayyip-erdogan")]
    [InlineData("Al-Qaeda claimed the attack. Al-Qaida had threatened it, and al-Qaeda carried it out.", "al-qaeda")]
    [InlineData("Hezbollah attacked a base. Hizbollah fighters fled.", "hezbollah")]
    public void Two_spellings_are_one_actor(string text, string id)
    {
        var reading = Read(text);
        var actor = Assert.Single(reading.Actors, a => id.Split('|').Contains(a.Id));
        Assert.True(actor.Mentions.Count >= 2, $"{actor.Id} is named by {string.Join(" | ", actor.Names)} only");
    }

    [Theory]
    [InlineData("Angela Merkel visited Ankara. Merkel praised the agreement.")]
    [InlineData("Merkel visited Ankara. Angela Merkel praised the agreement.")]
    [InlineData("Chancellor Merkel visited Ankara. Angela Merkel praised the agreement.")]
    public void A_surname_is_the_full_name_above_or_below(string text)
    {
        var reading = Read(text);
        Assert.Equal("angela-merkel", Assert.Single(reading.Actors, a => a.Kind == ActorKind.Person).Id);
    }

    [Theory]
    [InlineData("John Quimby, a union leader, was arrested on Monday. Police released Quimby on Friday.")]
    [InlineData("Police arrested Quimby on Monday. John Quimby leads the dockers' union.")]
    public void A_person_unknown_to_the_lexicon_is_one_person_too(string text) =>
        Assert.Equal("john-quimby", Assert.Single(Read(text).Actors, a => a.Id.Contains("quimby", StringComparison.Ordinal)).Id);

    [Theory]
    [InlineData(2010, "dmitry-medvedev")]
    [InlineData(2014, "vladimir-putin")]
    public void The_president_is_the_one_in_office_on_the_day(int year, string president) =>
        Assert.Contains(Read("The Russian president visited France on Monday.", new LocalDate(year, 6, 15)).Actors, a => a.Id == president);

    [Theory]
    [InlineData("The US president met the French president.", "donald-trump")]
    [InlineData("The German chancellor criticised Turkey.", "angela-merkel")]
    [InlineData("The Japanese prime minister visited Iran.", "shinzo-abe")]
    [InlineData("The president of France criticised Turkey.", "emmanuel-macron")]
    [InlineData("Iran's foreign minister met his Iraqi counterpart.", "mohammad-javad-zarif")]
    public void Holders_of_offices_are_known_by_the_day(string text, string holder) => Assert.Contains(Read(text).Actors, a => a.Id == holder);

    [Theory]
    [InlineData("The former Russian president criticised France.", "vladimir-putin")]
    [InlineData("A former French president was convicted on Monday.", "emmanuel-macron")]
    [InlineData("France's ex-president was arrested by police.", "emmanuel-macron")]
    [InlineData("The next French president will visit Mali.", "emmanuel-macron")]
    public void A_former_or_coming_president_is_not_the_present_one(string text, string present) => Assert.DoesNotContain(Read(text).Actors, a => a.Id == present);

    [Fact]
    public void A_former_president_who_is_named_is_himself() =>
        Assert.Contains(Read("Former president Nicolas Sarkozy was arrested by French police.").Actors, a => a.Id == "nicolas-sarkozy");

    [Theory]
    [InlineData("Russia and Ukraine held talks on Monday. The two countries signed an agreement on Friday.", "SUPPORT", "RUS+UKR")]
    [InlineData("Emmanuel Macron visited Vladimir Putin. The two leaders signed an agreement.", "SUPPORT", "emmanuel-macron+vladimir-putin")]
    [InlineData("Iran and Iraq quarrelled for years. Both countries signed a treaty on Monday.", "SUPPORT", "IRN+IRQ")]
    public void The_two_are_those_named_last(string text, string type, string sides) => Assert.Contains(sides, Sides(text, type));

    [Theory]
    [InlineData("Russia, which attacked Ukraine in 2014, denied it.", "ASSAULT", "RUS>UKR")]
    [InlineData("France criticised Turkey, which had attacked Syria.", "ASSAULT", "TUR>SYR")]
    [InlineData("Police arrested Alexei Navalny, who had accused Vladimir Putin of theft.", "ACCUSE", "alexei-navalny>vladimir-putin")]
    public void A_relative_pronoun_is_the_noun_before_it(string text, string type, string sides) => Assert.Contains(sides, Sides(text, type));

    [Theory]
    [InlineData("Angela Merkel arrived on Monday. She criticised Turkey.", "ACCUSE", "angela-merkel>TUR")]
    [InlineData("Emmanuel Macron spoke on Monday. He condemned Turkey.", "ACCUSE", "emmanuel-macron>TUR")]
    [InlineData("Germany is angry. It condemned Turkey on Monday.", "ACCUSE", "DEU>TUR")]
    public void A_personal_pronoun_is_the_one_named_before(string text, string type, string sides) => Assert.Contains(sides, Sides(text, type));

    [Theory]
    [InlineData("Beijing condemned Washington on Monday.", "ACCUSE", "CHN>USA")]
    [InlineData("Moscow expelled two British diplomats.", "SANCTION", "RUS>gbr-diplomat")]
    [InlineData("The Kremlin condemned Turkey.", "ACCUSE", "RUS>TUR")]
    [InlineData("Tehran accused Riyadh of terrorism.", "ACCUSE", "IRN>SAU")]
    public void A_capital_or_a_seat_is_the_government(string text, string type, string sides) => Assert.Contains(sides, Sides(text, type));

    [Theory]
    [InlineData("India and Pakistan held talks in Geneva.", "CONSULT", "IND+PAK")]
    [InlineData("Vladimir Putin met Angela Merkel in Ankara.", "CONSULT", "vladimir-putin+angela-merkel")]
    [InlineData("Russia and Turkey signed an agreement in Sochi.", "SUPPORT", "RUS+TUR")]
    public void A_place_is_no_side_of_talks(string text, string type, string sides) => Assert.Equal([sides], Sides(text, type));

    [Theory]
    [InlineData("Jordan Peterson criticised Canada on Monday.", "JOR")]
    [InlineData("Paris Hilton was arrested by police in Las Vegas.", "FRA")]
    [InlineData("Chad Wolf met Mexican officials.", "TCD")]
    [InlineData("Georgia Meloni visited Rome.", "GEO")]
    [InlineData("Jack London wrote about Alaska.", "GBR")]
    public void A_person_with_the_name_of_a_place_is_not_the_place(string text, string place) => Assert.DoesNotContain(Read(text).Actors, a => a.Id == place);

    [Theory]
    [InlineData("Atlanta, Georgia, elected a mayor. U.S. President Donald Trump had campaigned in Georgia. Washington criticised Georgia and the United States courts ruled.")]
    [InlineData("Governor Brian Kemp of Georgia signed the law. Voters in Georgia, Alabama and Florida protested against the United States Supreme Court.")]
    public void Georgia_is_the_american_state_where_the_report_is_about_america(string text) => Assert.DoesNotContain(Read(text).Actors, a => a.Id == "GEO");

    [Fact]
    public void Georgia_is_the_country_beside_its_neighbours() =>
        Assert.Contains(Read("Russia attacked Georgia in 2008. Tbilisi asked NATO for help, and Georgia condemned Moscow.").Actors, a => a.Id == "GEO");

    [Theory]
    [InlineData("Indian and Chinese troops clashed in Ladakh.", "ind-troops", "chn-troops")]
    [InlineData("Russian and Turkish soldiers patrolled together.", "rus-soldier", "tur-soldier")]
    public void Troops_of_two_countries_are_two_actors(string text, string first, string second)
    {
        var actors = Read(text).Actors.Select(a => a.Id).ToList();
        Assert.Contains(first, actors);
        Assert.Contains(second, actors);
    }

    [Theory]
    [InlineData("Members of the peshmerga attacked a village.", "kurdish-peshmerga")]
    [InlineData("The janjaweed attacked a village in Darfur.", "janjaweed")]
    [InlineData("The gilets jaunes marched through Paris.", "gilets-jaunes")]
    public void A_name_that_the_lexicon_writes_in_lower_case_is_found(string text, string id) => Assert.Contains(Read(text).Actors, a => a.Id == id);

    /// <summary>The sides of the events of a type: <c>A&gt;B</c>, or <c>A+B</c> where all are equals.</summary>
    private static List<string> Sides(string text, string type) => [.. Read(text).Events.Where(e => e.Type == type)
        .Select(e => string.Join('+', e.Source.Select(a => a.Id)) + (e.Target.Count > 0 ? ">" + string.Join('+', e.Target.Select(a => a.Id)) : ""))];

    private static Reading Read(string text, LocalDate? day = null) => Checkout.Reader.Read(new Article
    {
        Id = "a",
        Text = text,
        Paragraphs = [new TextSpan(0, text.Length)],
        Published = new Publication(day ?? new LocalDate(2019, 6, 15), null, null, PublicationSource.Metadata),
    });
}
