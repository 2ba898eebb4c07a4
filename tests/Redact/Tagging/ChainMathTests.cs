using Blog.Redact.Tagging;

namespace Blog.Tests.Redact.Tagging;

public sealed class ChainMathTests
{
    [Fact]
    public void The_exponential_of_our_own_is_the_library_s_to_ten_digits()
    {
        for (var x = -600.0; x < 600; x += 0.37)
        {
            Assert.Equal(1, ChainMath.Exp(x) / Math.Exp(x), 1e-10);
        }

        Assert.Equal(0, ChainMath.Exp(-1000));
    }

    [Fact]
    public void Marginals_are_those_of_adding_up_every_way_to_label_a_sequence()
    {
        const int Labels = 3;
        const int Length = 4;
        float[] scores = [0.1f, 1f, -0.5f, 0.3f, 0f, 0.9f, -1f, 0.4f, 0.2f, 0.8f, 0.1f, 0.05f];
        float[] factors = [1.2f, 0.4f, 0.9f, 0.1f, 2f, 1f, 0.7f, 0.6f, 1.5f];
        var expected = new double[Length * Labels];
        var pairs = new double[Labels * Labels];
        var all = 0.0;
        for (var way = 0; way < 81; way++)
        {
            int[] labels = [way % 3, way / 3 % 3, way / 9 % 3, way / 27];
            var weight = 1.0;
            for (var t = 0; t < Length; t++)
            {
                weight *= Math.Exp(scores[(t * Labels) + labels[t]]) * (t == 0 ? 1 : factors[(labels[t - 1] * Labels) + labels[t]]);
            }

            all += weight;
            for (var t = 0; t < Length; t++)
            {
                expected[(t * Labels) + labels[t]] += weight;
                if (t > 0)
                {
                    pairs[(labels[t - 1] * Labels) + labels[t]] += weight;
                }
            }
        }

        var counted = new float[Labels * Labels];
        ChainMath.Marginals(scores, Length, Labels, Labels, factors, new float[Length * Labels], counted);
        for (var i = 0; i < scores.Length; i++)
        {
            Assert.Equal(expected[i] / all, scores[i], 1e-5);
        }

        for (var i = 0; i < counted.Length; i++)
        {
            Assert.Equal(pairs[i] / all, counted[i], 1e-5);
        }
    }
}
