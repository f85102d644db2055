use syn::{Attribute, ImplItem, ItemImpl, ItemStruct, ItemTrait, Lit, Meta, MetaNameValue, TraitItem, TraitItemMethod};

fn doc(attr: &Attribute) -> Option<String> {
    if !attr.path.is_ident("doc") {
        return None;
    }
    if let Ok(Meta::NameValue(MetaNameValue { lit: Lit::Str(text), .. })) = attr.parse_meta() {
        return Some(text.value());
    }
    None
}

fn bare(attr: &Attribute) -> bool {
    if let Ok(Meta::Path(path)) = attr.parse_meta() {
        return path.is_ident("skip");
    }
    false
}

fn name(item: &TraitItemMethod) -> String {
    item.sig.ident.to_string()
}

fn main() {
    let found: ItemStruct =
        syn::parse_str("/// one\n#[doc(hidden)] #[skip] #[skip(1 + 1)] #[doc = concat!(\"a\")] struct A;").unwrap();
    for attr in &found.attrs {
        println!("{:?} {}", doc(attr), bare(attr));
    }
    let shown: ItemTrait = syn::parse_str("trait T { fn a(&self); const B: u8; }").unwrap();
    for item in &shown.items {
        match item {
            TraitItem::Method(method) => println!("{}", name(method)),
            _ => println!("TraitItem::Method is another"),
        }
    }
    let made: ItemImpl = syn::parse_str("impl T for A { fn a(&self) {} }").unwrap();
    println!("{}", made.items.iter().filter(|item| matches!(item, ImplItem::Method(_))).count());
}
