using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

public class TreeRepairTests
{
    [Fact]
    public void A_relative_clause_that_was_taken_for_the_main_one_gives_its_place_to_the_verb_after_it()
    {
        var tokens = Conllu("""
            1	Iran	Iran	PROPN	NNP	_	4	nsubj	_	_
            2	,	,	PUNCT	,	_	1	punct	_	_
            3	which	which	PRON	WDT	_	4	nsubj	_	_
            4	attacked	attack	VERB	VBD	_	0	root	_	_
            5	Iraq	Iraq	PROPN	NNP	_	4	obj	_	_
            6	,	,	PUNCT	,	_	7	punct	_	_
            7	rejected	reject	VERB	VBD	_	4	conj	_	_
            8	it	it	PRON	PRP	_	7	obj	_	_
            9	.	.	PUNCT	.	_	4	punct	_	_
            """);
        TreeRepair.AttachRelatives(tokens);
        Assert.Equal((-1, "root"), (tokens[6].Head, tokens[6].Relation));
        Assert.Equal((6, "nsubj"), (tokens[0].Head, tokens[0].Relation));
        Assert.Equal((0, "acl:relcl"), (tokens[3].Head, tokens[3].Relation));
        Assert.Equal(6, tokens[8].Head);
    }

    [Fact]
    public void A_relative_clause_at_the_end_belongs_to_the_noun_before_it()
    {
        var tokens = Conllu("""
            1	France	France	PROPN	NNP	_	2	nsubj	_	_
            2	criticised	criticise	VERB	VBD	_	0	root	_	_
            3	Turkey	Turkey	PROPN	NNP	_	2	obj	_	_
            4	,	,	PUNCT	,	_	7	punct	_	_
            5	which	which	PRON	WDT	_	7	nsubj:pass	_	_
            6	had	have	AUX	VBD	_	7	aux	_	_
            7	attacked	attack	VERB	VBN	_	2	advcl	_	_
            8	Syria	Syria	PROPN	NNP	_	7	obj	_	_
            """);
        TreeRepair.AttachRelatives(tokens);
        Assert.Equal((2, "acl:relcl"), (tokens[6].Head, tokens[6].Relation));
        Assert.Equal("nsubj", tokens[4].Relation);
    }

    [Fact]
    public void A_relative_clause_without_another_verb_stays_as_it_is()
    {
        var tokens = Conllu("""
            1	Iran	Iran	PROPN	NNP	_	4	nsubj	_	_
            2	,	,	PUNCT	,	_	1	punct	_	_
            3	which	which	PRON	WDT	_	4	nsubj	_	_
            4	attacked	attack	VERB	VBD	_	0	root	_	_
            """);
        TreeRepair.AttachRelatives(tokens);
        Assert.Equal((-1, "root"), (tokens[3].Head, tokens[3].Relation));
    }

    [Fact]
    public void A_noun_before_the_auxiliary_of_a_verb_without_subject_is_its_subject_and_no_object_of_the_verb_before()
    {
        var tokens = Conllu("""
            1	Kim	Kim	PROPN	NNP	_	3	nsubj	_	_
            2	is	be	AUX	VBZ	_	3	aux	_	_
            3	threatening	threaten	VERB	VBG	_	0	root	_	_
            4	Korea	Korea	PROPN	NNP	_	3	obj	_	_
            5	,	,	PUNCT	,	_	7	punct	_	_
            6	and	and	CCONJ	CC	_	7	cc	_	_
            7	Washington	Washington	PROPN	NNP	_	4	conj	_	_
            8	is	be	AUX	VBZ	_	9	aux	_	_
            9	expressing	express	VERB	VBG	_	3	parataxis	_	_
            10	concern	concern	NOUN	NN	_	9	obj	_	_
            """);
        TreeRepair.RaiseSubjects(tokens);
        Assert.Equal((8, "nsubj"), (tokens[6].Head, tokens[6].Relation));
        Assert.Equal((8, 8, "conj"), (tokens[4].Head, tokens[5].Head, tokens[8].Relation));
    }

    private static Token[] Conllu(string lines) => [.. lines.Split('\n').Select(line => line.Split('\t')).Select(f => new Token
    {
        Form = f[1], Lemma = f[2], Upos = f[3], Xpos = f[4], Feats = f[5], Head = int.Parse(f[6], null) - 1, Relation = f[7],
    })];
}
