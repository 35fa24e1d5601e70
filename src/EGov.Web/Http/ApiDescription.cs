using EGov.Engine;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EGov.Web.Http;

/// <summary>What the description of the API says beyond what can be read off the endpoints.</summary>
internal static class ApiDescription
{
    private const string Problem = "Problem";

    public static void Describe(OpenApiOptions options) => options
        .AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EGov.Workflows";
            document.Info.Version = "1";
            document.Info.Description =
                "Refusals are application/problem+json with a code, arguments and a sentence in zh-CN or en by Accept-Language. "
                + "Every act needs an Idempotency-Key header, one new value per click; a repeat is answered with the first receipt. "
                + "Officers sign in by cookie or bearer token, applicants send the case number and the Query-Password header.";
            // Addresses differ between hosts; the description does not.
            document.Servers?.Clear();
            document.AddComponent(Problem, ProblemSchema());
            return Task.CompletedTask;
        })
        .AddOperationTransformer((operation, context, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "Refused: see the code.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) } },
            };
            foreach (var header in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                if (header.Name is "Idempotency-Key" or "Query-Password") header.Required = true;
            return Task.CompletedTask;
        })
        .AddSchemaTransformer((schema, context, _) =>
        {
            // Ids have types of their own in the program and are plain strings everywhere else.
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>))) schema.Type = JsonSchemaType.String;
            return Task.CompletedTask;
        });

    private static OpenApiSchema ProblemSchema() => new()
    {
        Description = "A refusal by RFC 9457.",
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:egov:problem: and the code"),
            ["title"] = Text("The kind of refusal, in the reader's language"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("What was refused and what to do, in the reader's language"),
            ["code"] = Text("For programs; never follows a language"),
            ["arguments"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text("What the sentence needs") },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
