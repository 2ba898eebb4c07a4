using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Blog.Tests.Architecture;

/// <summary>Reads a compiled assembly for two questions: which types does a type name anywhere, and who calls a method.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly Lazy<List<string>> _names;

    public CompiledAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        _names = new(() => [.. _metadata.TypeDefinitions.Select(NameOf).Where(name => name.Contains('.', StringComparison.Ordinal)).Distinct()]);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Every pair of outermost types of which the first names the second: in its base, interfaces, fields, signatures, attributes, locals or code.</summary>
    public IEnumerable<(string From, string To)> References()
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var names = new NameCollector(this);
            CollectType(_metadata.GetTypeDefinition(handle), names);
            var from = NameOf(handle);
            pairs.UnionWith(names.Names.Where(to => to != from).Select(to => (from, to)));
        }

        return pairs.Order();
    }

    /// <summary>Outermost types whose code calls, or takes the address of, a method; sorted.</summary>
    /// <param name="type">Full name of the type that has the method.</param>
    /// <param name="method">Its name; <c>.ctor</c> for a constructor.</param>
    public IEnumerable<string> Callers(string type, string method)
    {
        var callers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var definition = _metadata.GetMethodDefinition(handle);
            if (TokensOf(definition).Any(token => IsMethod(token, type, method)))
            {
                callers.Add(NameOf(definition.GetDeclaringType()));
            }
        }

        return callers;
    }

    private bool IsMethod(EntityHandle token, string type, string method)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodDefinition:
                var definition = _metadata.GetMethodDefinition((MethodDefinitionHandle)token);
                return _metadata.StringComparer.Equals(definition.Name, method) && NameOf(definition.GetDeclaringType()) == type;
            case HandleKind.MemberReference:
                var reference = _metadata.GetMemberReference((MemberReferenceHandle)token);
                return _metadata.StringComparer.Equals(reference.Name, method) && reference.Parent.Kind == HandleKind.TypeReference && NameOf((TypeReferenceHandle)reference.Parent) == type;
            case HandleKind.MethodSpecification:
                return IsMethod(_metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method, type, method);
            default:
                return false;
        }
    }

    private IEnumerable<EntityHandle> TokensOf(MethodDefinition method) => method.RelativeVirtualAddress == 0
        ? []
        : IlTokens.In(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? []);

    private void CollectType(TypeDefinition type, NameCollector names)
    {
        names.Add(type.BaseType);
        foreach (var handle in type.GetInterfaceImplementations())
        {
            names.Add(_metadata.GetInterfaceImplementation(handle).Interface);
        }

        CollectParameters(type.GetGenericParameters(), names);
        CollectAttributes(type.GetCustomAttributes(), names);
        foreach (var handle in type.GetFields())
        {
            var field = _metadata.GetFieldDefinition(handle);
            field.DecodeSignature(names, null);
            CollectAttributes(field.GetCustomAttributes(), names);
        }

        foreach (var handle in type.GetProperties())
        {
            CollectAttributes(_metadata.GetPropertyDefinition(handle).GetCustomAttributes(), names);
        }

        foreach (var handle in type.GetMethods())
        {
            CollectMethod(_metadata.GetMethodDefinition(handle), names);
        }
    }

    private void CollectMethod(MethodDefinition method, NameCollector names)
    {
        method.DecodeSignature(names, null);
        CollectParameters(method.GetGenericParameters(), names);
        CollectAttributes(method.GetCustomAttributes(), names);
        foreach (var handle in method.GetParameters())
        {
            CollectAttributes(_metadata.GetParameter(handle).GetCustomAttributes(), names);
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        }

        foreach (var region in body.ExceptionRegions)
        {
            names.Add(region.CatchType);
        }

        foreach (var token in TokensOf(method))
        {
            names.Add(token);
        }
    }

    private void CollectParameters(GenericParameterHandleCollection parameters, NameCollector names)
    {
        foreach (var handle in parameters)
        {
            foreach (var constraint in _metadata.GetGenericParameter(handle).GetConstraints())
            {
                names.Add(_metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private void CollectAttributes(CustomAttributeHandleCollection attributes, NameCollector names)
    {
        foreach (var handle in attributes)
        {
            var attribute = _metadata.GetCustomAttribute(handle);
            names.Add(attribute.Constructor);

            // A typeof in an attribute is its name as text: every name of this assembly that stands in the value counts.
            var value = System.Text.Encoding.UTF8.GetString(_metadata.GetBlobBytes(attribute.Value));
            if (value.Contains('.', StringComparison.Ordinal))
            {
                names.AddNamesIn(value);
            }
        }
    }

    /// <summary>Full name of the outermost type around a type of this assembly.</summary>
    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        for (var outer = type.GetDeclaringType(); !outer.IsNil; outer = type.GetDeclaringType())
        {
            type = _metadata.GetTypeDefinition(outer);
        }

        return FullName(type.Namespace, type.Name);
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = _metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return FullName(type.Namespace, type.Name);
    }

    private string FullName(StringHandle folder, StringHandle name) => folder.IsNil
        ? _metadata.GetString(name)
        : _metadata.GetString(folder) + "." + _metadata.GetString(name);

    /// <summary>Takes down the name of every type that a signature or token leads to.</summary>
    private sealed class NameCollector(CompiledAssembly assembly) : ISignatureTypeProvider<object?, object?>
    {
        private readonly MetadataReader _metadata = assembly._metadata;

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public void Add(EntityHandle handle)
        {
            if (handle.IsNil)
            {
                return;
            }

            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    Names.Add(assembly.NameOf((TypeDefinitionHandle)handle));
                    break;
                case HandleKind.TypeReference:
                    Names.Add(assembly.NameOf((TypeReferenceHandle)handle));
                    break;
                case HandleKind.TypeSpecification:
                    _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                    break;
                case HandleKind.MethodDefinition:
                    Names.Add(assembly.NameOf(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                    break;
                case HandleKind.FieldDefinition:
                    Names.Add(assembly.NameOf(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                    break;
                case HandleKind.MemberReference:
                    var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                    Add(member.Parent);
                    if (member.GetKind() == MemberReferenceKind.Method)
                    {
                        member.DecodeMethodSignature(this, null);
                    }
                    else
                    {
                        member.DecodeFieldSignature(this, null);
                    }

                    break;
                case HandleKind.MethodSpecification:
                    var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(method.Method);
                    method.DecodeSignature(this, null);
                    break;
                case HandleKind.StandaloneSignature:
                    _metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(this, null);
                    break;
                case HandleKind.UserString or HandleKind.ModuleReference:
                    break;
                default:
                    throw new InvalidOperationException($"A token of an unexpected kind: {handle.Kind}.");
            }
        }

        public void AddNamesIn(string value)
        {
            Names.UnionWith(assembly._names.Value.Where(name => value.Contains(name, StringComparison.Ordinal)));
        }

        public object? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return null;
        }

        public object? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return null;
        }

        public object? GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return null;
        }

        public object? GetArrayType(object? elementType, ArrayShape shape) => null;

        public object? GetByReferenceType(object? elementType) => null;

        public object? GetFunctionPointerType(MethodSignature<object?> signature) => null;

        public object? GetGenericInstantiation(object? genericType, ImmutableArray<object?> typeArguments) => null;

        public object? GetGenericMethodParameter(object? genericContext, int index) => null;

        public object? GetGenericTypeParameter(object? genericContext, int index) => null;

        public object? GetModifiedType(object? modifier, object? unmodifiedType, bool isRequired) => null;

        public object? GetPinnedType(object? elementType) => null;

        public object? GetPointerType(object? elementType) => null;

        public object? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

        public object? GetSZArrayType(object? elementType) => null;
    }
}
