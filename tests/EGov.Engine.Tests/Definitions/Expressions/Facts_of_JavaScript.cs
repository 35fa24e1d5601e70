using EGov.Engine.Definitions.Expressions;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions.Expressions;

public class Facts_of_JavaScript
{
    internal static readonly TestScope Scope = new(
        """{"amount":12000,"Applicant":{"name":"李四","age":30,"tags":["老","军"]},"none":null,"list":[3,1,2],"wide":"ab\r\nc"}""",
        """{"unit":"审批局","urgent":true}""");

    // Every line was run in a JavaScript engine (V8) with these variables and inputs; undefined was printed as null.
    internal const string Table = """
        1 => 1
        1.50 => 1.5
        .5 + 5. => 5.5
        0x1F => 31
        0b101 + 0o17 => 20
        1e3 => 1000
        1E-3 => 0.001
        1e21 => 1e+21
        123456789012345680000 => 123456789012345680000
        0.1 + 0.2 => 0.30000000000000004
        1e-7 => 1e-7
        0.000001 => 0.000001
        1.7976931348623157e308 => 1.7976931348623157e+308
        5e-324 => 5e-324
        -1.5e-10 => -1.5e-10
        String(-0.00000123) => "-0.00000123"
        'a\'b' => "a'b"
        "a\"b" => "a\"b"
        '\x41\u0042\u{43}\u{1F600}' => "ABC😀"
        '\n\t\\\q\0'.length => 5
        '' => ""
        `a${1 + 1}b${'c'}` => "a2bc"
        `` => ""
        `${`${1}`}${[1, 2]}` => "11,2"
        `\`$\{}$ {1}` => "`${}$ {1}"
        true => true
        null => null
        undefined => null
        [1, 'a', null, [2]] => [1,"a",null,[2]]
        [1, 2,] => [1,2]
        [] => []
        ({ a: 1, 'b c': [2], 3: 4 })['b c'] => [2]
        ({ a: { b: 1 } }).a.b => 1
        ({ a: 1, a: 2 }).a => 2
        ({ new: 1 }).new => 1
        ({ 0x10: 1 })[16] => 1
        variables.amount => 12000
        variables['amount'] => 12000
        getVariable('amount') / 100 => 120
        getVariable("none") => null
        getAmount() > 10000 => true
        getApplicant().name => "李四"
        getInput('unit') => "审批局"
        getInput('missing') => null
        input.urgent => true
        input['unit'].length => 3
        variables.Applicant.tags[1] => "军"
        variables.Applicant['age'] + 1 => 31
        variables.Applicant.missing => null
        variables.Applicant?.missing?.deeper.still => null
        variables.none?.name => null
        variables.none?.[0] => null
        variables.none?.trim().length => null
        variables.list?.[0] => 3
        (variables.none ?? variables.Applicant).age => 30
        variables.list.length => 3
        variables.list[5] => null
        variables.list[-1] => null
        variables.list[0.5] => null
        variables.list['1'] => 1
        variables.list['01'] => null
        variables.list['length'] => 3
        'abc'[1] => "b"
        'abc'[3] => null
        (5).length => null
        true.x => null
        1 === 1.0 => true
        '1' === 1 => false
        '1' == 1 => true
        1 == '1.0' => true
        true == 1 => true
        true == 'true' => false
        '' == 0 => true
        null == undefined => true
        null == 0 => false
        null == false => false
        null === null => true
        null !== 1 => true
        NaN === NaN => false
        NaN != NaN => true
        [1] == 1 => true
        [1, 2] == '1,2' => true
        [] == false => true
        ({}) == '[object Object]' => true
        'a' < 'b' => true
        'B' < 'a' => true
        '10' < '9' => true
        10 < '9' => false
        'a' < 1 => false
        null >= 0 => true
        null > 0 => false
        [2] > 1 => true
        true > false => true
        '区' > '市' => false
        1 + '2' => "12"
        1 + 2 + '3' => "33"
        '3' - 1 => 2
        '3' * '4' => 12
        null + 1 => 1
        true + true => 2
        [] + [] => ""
        [1, 2] + 3 => "1,23"
        ({}) + '' => "[object Object]"
        'a' + null => "anull"
        -'5' => -5
        +'' => 0
        +true => 1
        - -1 => 1
        !'' => true
        !!'false' => true
        !0 === true => true
        ![] => false
        7 % 3 => 1
        -7 % 3 => -1
        5.5 % 2 => 1.5
        1 + 2 * 3 - 4 / 2 => 5
        (1 + 2) * 3 => 9
        2 - 3 - 4 => -5
        100 / 10 / 5 => 2
        1 < 2 === true => true
        3 > 2 > 1 => false
        1 || 2 && 0 => 1
        (1 || 2) && 0 => 0
        0 || 'x' => "x"
        0 ?? 'x' => 0
        null ?? 'x' => "x"
        null ?? (0 || 2) => 2
        '' && 1 => ""
        true ? 1 : false ? 2 : 3 => 1
        false ? 1 : false ? 2 : 3 => 3
        1 ? 2 ? 'a' : 'b' : 'c' => "a"
        0 || 1 ? 'y' : 'n' => "y"
        true ?.5:1 => 0.5
        false && variables.none.name => false
        Math.min(3, 1, 2) => 1
        Math.max(3, '10') => 10
        Math.min() === Infinity => true
        Math.max() === -Infinity => true
        Math.abs(-5.5) => 5.5
        Math.floor(-1.5) => -2
        Math.ceil(1.2) => 2
        Math.round(2.5) => 3
        Math.round(-2.5) => -2
        Math.round(0.49999999999999994) => 0
        Math.round(null) => 0
        String(1.0) => "1"
        String(null) => "null"
        String([1, [2, null], 'x']) => "1,2,,x"
        String({}) => "[object Object]"
        String(NaN) + String(-1 / 0) => "NaN-Infinity"
        String() => ""
        Number('12.5') => 12.5
        Number('  7\n') => 7
        Number('') => 0
        Number('0x1f') => 31
        Number('-Infinity') === -Infinity => true
        Number([5]) => 5
        Number(null) => 0
        Number('12元') === Number('12元') => false
        Number('1e3') => 1000
        Number() => 0
        Boolean('false') => true
        Boolean('') => false
        Boolean([]) => true
        Boolean(0 / 0) => false
        'abc'.includes('bc') => true
        'abc'.includes('') => true
        'a1b'.includes(1) => true
        variables.list.includes(2) => true
        variables.list.includes('2') => false
        'abc'.startsWith('ab') => true
        'abc'.endsWith('bc') => true
        'aBc'.toUpperCase() + 'aBc'.toLowerCase() => "ABCabc"
        '\u00a0 a b \ufeff'.trim() => "a b"
        'banana'.indexOf('an') => 1
        'banana'.indexOf('x') => -1
        variables.list.indexOf(2) => 2
        [3, 1, 2].join('-') => "3-1-2"
        [1, null, [2, 3]].join() => "1,,2,3"
        [].join(',') => ""
        ['', ''].join(',') => ","
        JSON.stringify({ a: [1, 'x"\n', null, true] }) => "{\"a\":[1,\"x\\\"\\n\",null,true]}"
        JSON.stringify('区\u001f') => "\"区\\u001f\""
        JSON.stringify(0 / 0) => "null"
        isString('a') => true
        isString(1) => false
        return 1 + 1; => 2
        /* 许可法 */ 1 // 第四十二条 => 1
        variables.wide.indexOf('\r\n') => 2
        """;

    public static TheoryData<string, string> EveryFact
    {
        get
        {
            var facts = new TheoryData<string, string>();
            foreach (var line in Table.Split('\n'))
            {
                var parts = line.TrimEnd('\r').Split(" => ");
                facts.Add(parts[0], parts[1]);
            }

            return facts;
        }
    }

    [Theory, MemberData(nameof(EveryFact))]
    public void an_expression_means_what_javascript_means(string script, string result) =>
        Assert.Equal(result, Printed(JavaScript.Parse(script).Evaluate(Scope)));

    internal static string Printed(Evaluation evaluation) => evaluation.Failure?.ToString() ?? evaluation.Value.ToJson();
}
