// What nearly every act answers: the receipt, or the refusal in words.
global using ActResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<EGov.Web.Http.ActReceipt>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

// A use case's folder is often named as its order is.
global using Orders = EGov.Engine.Cases;
