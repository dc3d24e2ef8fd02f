#pragma once
#include <boardpack/sdk/force.hpp>
#include <boardpack/sdk/identity.hpp>

// Without it Boost.DLL's headers ask for Boost.Filesystem, which would have to be linked.
#ifndef BOOST_DLL_USE_STD_FS
#define BOOST_DLL_USE_STD_FS
#endif
#include <boost/dll/alias.hpp>

#include <memory>
#include <type_traits>

/// Makes the library a force plugin: stands once, outside every namespace, at the end of the plugin's source file.
///
///   class Durham final : public boardpack::sdk::ForcePlugin { … };
///   BOARDPACK_FORCE_PLUGIN(Durham);
///
/// Two names are exported, in a section of their own: the factory, which the host calls once, and the build identity,
/// which it reads from the file before any code of the plugin runs. The identity is a name and not a value because a
/// value could be read only after loading, when static initialisers have run already.
#define BOARDPACK_FORCE_PLUGIN(Class)                                                                  \
  namespace boardpack_force_plugin {                                                                   \
  static_assert(std::is_base_of_v<::boardpack::sdk::ForcePlugin, Class>,                               \
                "the class given to BOARDPACK_FORCE_PLUGIN derives from boardpack::sdk::ForcePlugin"); \
  std::unique_ptr<::boardpack::sdk::ForcePlugin> make() { return std::make_unique<Class>(); }          \
  }                                                                                                    \
  BOOST_DLL_ALIAS_SECTIONED(::boardpack_force_plugin::make, boardpack_force_plugin_make, boardpk)      \
  BOOST_DLL_ALIAS_SECTIONED(::boardpack_force_plugin::make, BOARDPACK_SDK_IDENTITY, boardpk)           \
  static_assert(true)
