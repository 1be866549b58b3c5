using Entente.Language;
using Entente.Training.Network;

namespace Entente.Tests.Training;

/// <summary>Four sentences of different length, and a network that is small enough for them.</summary>
internal static class SmallTreebank
{
    public static List<Sentence> Sentences { get; } = Read("""
        1	Iran	Iran	PROPN	NNP	_	2	nsubj	_	_
        2	denied	deny	VERB	VBD	_	0	root	_	_
        3	it	it	PRON	PRP	_	2	obj	_	_
        4	.	.	PUNCT	.	_	2	punct	_	_

        1	Troops	troop	NOUN	NNS	_	2	nsubj	_	_
        2	left	leave	VERB	VBD	_	0	root	_	_

        1	The	the	DET	DT	_	3	det	_	_
        2	two	two	NUM	CD	_	3	nummod	_	_
        3	states	state	NOUN	NNS	_	4	nsubj	_	_
        4	signed	sign	VERB	VBD	_	0	root	_	_
        5	the	the	DET	DT	_	6	det	_	_
        6	pact	pact	NOUN	NN	_	4	obj	_	_
        7	.	.	PUNCT	.	_	4	punct	_	_

        1	It	it	PRON	PRP	_	2	nsubj	_	_
        2	condemned	condemn	VERB	VBD	_	0	root	_	_
        3	the	the	DET	DT	_	4	det	_	_
        4	attack	attack	NOUN	NN	_	2	obj	_	_
        5	.	.	PUNCT	.	_	2	punct	_	_

        """);

    public static List<EncodedSentence> Encoded(SentenceEncoder encoder) => Sentences.ConvertAll(s => encoder.Encode(s, true));

    public static List<(string Word, float[] Vector)> Vectors { get; } =
        [("iran", [0.3f, -0.2f, 0.9f]), ("states", [-0.5f, 0.1f, 0.4f]), ("the", [0.2f, 0.7f, -0.6f])];

    public static SentenceEncoder Encoder() => new(
        Sentences,
        Vectors,
        (words, tags, labels) => new()
        {
            Pretrained = 3,
            Word = 4,
            Affix = 2,
            Shape = 2,
            Ngram = 3,
            Hidden = 8,
            Layers = 2,
            Arc = 16,
            Label = 8,
            WordRows = words,
            AffixRows = 16,
            ShapeRows = 8,
            NgramRows = 32,
            Tags = tags,
            Labels = labels,
            Mentions = 17,
        });

    private static List<Sentence> Read(string conllu)
    {
        var errors = new List<ConlluError>();
        var sentences = ConlluReader.Read(new StringReader(conllu), errors);
        if (errors.Count > 0) throw new InvalidDataException(errors[0].Message);
        sentences[0].Sentence.Tokens[0].Mention = "B-state";
        sentences[1].Sentence.Tokens[0].Mention = "B-group";
        (sentences[2].Sentence.Tokens[1].Mention, sentences[2].Sentence.Tokens[2].Mention) = ("B-quantity", "I-quantity");
        return sentences.ConvertAll(s => s.Sentence);
    }
}
