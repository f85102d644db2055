-- Put this folder on the runtimepath, then: vim.lsp.enable('rustmend')
---@type vim.lsp.Config
return {
  cmd = { 'rustmend', 'lsp' },
  filetypes = { 'rust' },
  root_markers = { { 'Cargo.lock' }, { 'Cargo.toml', 'rust-project.json' }, '.git' },
}
