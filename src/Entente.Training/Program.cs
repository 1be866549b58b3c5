Console.Error.WriteLine("usage: entente-train language --treebanks DIR --vectors DIR --out DIR");
return 2;
